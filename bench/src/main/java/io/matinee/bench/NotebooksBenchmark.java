package io.matinee.bench;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.preset.Preset;
import io.matinee.trainer.algorithm.preset.PresetCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The presets of notebooks beside what the notebooks' own code got, epoch by epoch, on the same
 * validation rows. Parts are ids of presets.
 */
final class NotebooksBenchmark implements Benchmark {
  private static final double EPOCH_WITHIN = .05;

  @Override
  public String name() {
    return "quality-notebooks";
  }

  @Override
  public String description() {
    return "presets of notebooks on MovieLens 2016: validation curves beside Keras and PyTorch";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    MovieLensSplits splits = MovieLensSplits.read(workplace);
    RatingsMatrix training = splits.tenth(false);
    RatingsMatrix validation = splits.tenth(true);
    Figures figures = new Figures();
    for (NotebookCurve expected : NotebookCurve.all()) {
      if (workplace.options().wants(expected.preset())) {
        List<Epoch> curve = train(expected, training, validation, workplace.options().seed());
        figures.addAll(beside(expected, curve));
      }
    }
    return figures.all();
  }

  private static List<Epoch> train(
      NotebookCurve expected, RatingsMatrix training, RatingsMatrix validation, long seed) {
    Preset preset = PresetCatalogue.find(expected.preset()).orElseThrow();
    Map<String, String> settings = new HashMap<>(preset.choice().settings());
    settings.put("monitor", "held-out");
    settings.put("epochs", Integer.toString(expected.validation().size()));
    String id = preset.choice().algorithm();
    Algorithm algorithm = AlgorithmCatalogue.algorithm(id).orElseThrow();
    List<Epoch> curve = new ArrayList<>();
    algorithm.train(
        TrainingTask.ofRatings(
                training,
                RatingScale.MOVIELENS_HALF_STARS,
                new KeptChoice(id, settings).choice().settings(algorithm.description()),
                seed)
            .holdingOut(validation),
        progress -> curve.add(progress.epoch()));
    return curve;
  }

  private static List<Figure> beside(NotebookCurve expected, List<Epoch> epochs) {
    List<Double> curve =
        epochs.stream()
            .map(epoch -> epoch.figure(Epoch.HELD_OUT_SQUARED_ERROR).orElseThrow())
            .toList();
    double best = curve.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    System.err.println(
        expected.preset()
            + ": "
            + curve.stream()
                .map(value -> String.format(Locale.ROOT, "%.4f", value))
                .collect(Collectors.joining(" ")));
    return List.of(
        Figure.reported(expected.preset() + ", best", best, "stars^2"),
        Figure.reported(expected.preset() + ", the notebook's best", expected.best(), "stars^2"),
        Figure.atMost(
            expected.preset() + ", difference of the best",
            Math.abs(best - expected.best()),
            "stars^2",
            expected.bestWithin()),
        Figure.atMost(
            expected.preset() + ", farthest epoch",
            expected.farthest(curve),
            "share",
            EPOCH_WITHIN));
  }
}
