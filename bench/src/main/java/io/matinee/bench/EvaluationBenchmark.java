package io.matinee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.matinee.metrics.evaluation.EvaluationData;
import io.matinee.metrics.evaluation.FigureName;
import io.matinee.metrics.evaluation.FigureSpace;
import io.matinee.metrics.evaluation.JudgedUsers;
import io.matinee.metrics.evaluation.ListEvaluator;
import io.matinee.metrics.evaluation.ListMetric;
import io.matinee.metrics.evaluation.ListMetrics;
import io.matinee.metrics.evaluation.ListResult;
import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.metric.beyond.IntraListDiversity;
import io.matinee.model.metric.beyond.MeanRatingNovelty;
import io.matinee.model.metric.beyond.SelfInformationNovelty;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.GivenValue;
import io.matinee.trainer.algorithm.setting.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Top ten of every user from all movies with diversity and both novelties, scoring included, beside
 * vectorised numpy on the same factors in the same run.
 */
final class EvaluationBenchmark implements Benchmark {
  private static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;
  private static final int REPEATS = 30;
  private static final int LENGTH = 10;
  private static final FigureName DIVERSITY =
      FigureName.ofDistances(IntraListDiversity.NAME, LENGTH, FigureSpace.RANKING);

  @Override
  public String name() {
    return "evaluation";
  }

  @Override
  public String description() {
    return "lists, diversity and novelty of all users of MovieLens 2016, 20-d, beside numpy";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    RatingsMatrix ratings = MovieLensSplits.read(workplace).all();
    FactorModel model = train(ratings);
    JsonNode numpy = numpy(workplace, ratings, model);
    EvaluationData data = new EvaluationData(ratings, ratings, catalogue(ratings), SCALE);
    ListResult result = evaluate(data, model);
    double seconds = Double.MAX_VALUE;
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      long start = System.nanoTime();
      result = evaluate(data, model);
      seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
    }
    double yardstick = numpy.get("seconds").asDouble();
    return List.of(
        Figure.reported("lists and figures", seconds, "s"),
        Figure.reported(PythonPackage.NUMPY.inWords(), yardstick, "s"),
        Figure.atLeast("times as fast as numpy", yardstick / seconds, "ratio", 3),
        difference("diversity", result, DIVERSITY, numpy),
        difference("novelty", result, FigureName.ofLists(MeanRatingNovelty.NAME, LENGTH), numpy),
        difference(
            "self_information",
            result,
            FigureName.ofLists(SelfInformationNovelty.NAME, LENGTH),
            numpy));
  }

  private static FactorModel train(RatingsMatrix ratings) {
    Algorithm algorithm = AlgorithmCatalogue.algorithm("biased-mf").orElseThrow();
    Settings settings =
        algorithm.description().settings(Map.of("dimensions", new GivenValue.Number(20)));
    TrainingTask task = TrainingTask.ofRatings(ratings, SCALE, settings, 42);
    return (FactorModel) algorithm.train(task, progress -> {}).model();
  }

  /** Everything that depends on the scorer, its packing and unit vectors too. */
  private static ListResult evaluate(EvaluationData data, FactorModel model) {
    FactorScorer scorer = FactorScorer.of(model);
    EvaluationProtocol protocol =
        new EvaluationProtocol(
            List.of(LENGTH), List.of(), List.of(), SCALE.relevanceThreshold(), true, 100, 0);
    List<ListMetric> metrics =
        new ArrayList<>(ListMetrics.ownDiversity(scorer, protocol.cutoffs()));
    metrics.addAll(ListMetrics.novelty(data, LENGTH));
    return new ListEvaluator(data, protocol)
        .evaluate(List.of(scorer), metrics, new JudgedUsers(judged -> {}));
  }

  private static Figure difference(
      String name, ListResult result, FigureName metric, JsonNode numpy) {
    double ours =
        Arrays.stream(result.perUser().get(metric))
            .filter(value -> !Double.isNaN(value))
            .average()
            .orElseThrow();
    return Figure.atMost(
        name + " less numpy's, absolute", Math.abs(ours - numpy.get(name).asDouble()), "", 1e-4);
  }

  private static Catalogue catalogue(RatingsMatrix ratings) {
    IdDictionary ids = ratings.movies();
    List<Movie> movies =
        ids.ids().stream()
            .map(id -> new Movie(id, id, null, List.of(), List.of(), "", "", ""))
            .toList();
    return Catalogue.of(ids, movies, ratings);
  }

  private static JsonNode numpy(Workplace workplace, RatingsMatrix ratings, FactorModel model)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(workplace.scratch().resolve("numpy"));
    write(folder.resolve("users.bin"), model.userFactors());
    write(folder.resolve("movies.bin"), model.movieFactors());
    write(folder.resolve("user_bias.bin"), model.userBias());
    write(folder.resolve("movie_bias.bin"), model.movieBias());
    ByteBuffer values = buffer(ratings.ratingCount());
    ByteBuffer movies = buffer(ratings.ratingCount());
    for (int at = 0; at < ratings.ratingCount(); at++) {
      values.putFloat(ratings.ratingAt(at));
      movies.putInt(ratings.movieAt(at));
    }
    Files.write(folder.resolve("rating.bin"), values.array());
    Files.write(folder.resolve("rated.bin"), movies.array());
    return new PythonYardstick(workplace.root())
        .run(
            "evaluate_numpy.py",
            List.of(PythonPackage.NUMPY),
            folder,
            ratings.userCount(),
            ratings.movieCount(),
            model.dimension(),
            REPEATS);
  }

  private static void write(Path file, float[] values) throws IOException {
    ByteBuffer bytes = buffer(values.length);
    bytes.asFloatBuffer().put(values);
    Files.write(file, bytes.array());
  }

  private static ByteBuffer buffer(int count) {
    return ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
  }
}
