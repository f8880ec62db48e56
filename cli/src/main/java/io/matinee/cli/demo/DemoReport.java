package io.matinee.cli.demo;

import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.Service;
import io.matinee.cli.output.Grpcurl;
import io.matinee.cli.output.JsonText;
import io.matinee.cli.view.DatasetView;
import io.matinee.cli.view.EvaluationView;
import io.matinee.cli.view.MovieView;
import io.matinee.cli.view.VersionView;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.DescribeDatasetRequest;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the demo prints at its end.
 *
 * @param data the data set
 * @param version what is in production
 * @param evaluation how good it is
 * @param answers recommendations and similar movies
 */
record DemoReport(
    DescribeDatasetResponse data,
    ModelVersion version,
    Evaluation evaluation,
    DemoAnswers answers) {
  private static final String LINE_END = System.lineSeparator();

  /** Returns the report for people, section by section. */
  String text(Connection connection) {
    String algorithms = VersionView.algorithms(version);
    String synthetic = DatasetView.label(data.getDatasetVersion());
    EvaluationView figures = EvaluationView.of(evaluation, version.getEventKind());
    String user = answers.recommendRequest().getUserId();
    return String.join(
        LINE_END,
        "",
        "The data set" + synthetic,
        DatasetView.summary(data),
        "",
        "How good %s is (%s)%s".formatted(version.getName(), algorithms, synthetic),
        figures.table(algorithms),
        figures.footnote(),
        "",
        "User %s %s%s".formatted(user, seenAs(), synthetic),
        MovieView.seen(answers.seen().getMoviesList()).indented(),
        "",
        "Recommended to user %s%s".formatted(user, synthetic),
        MovieView.recommended(answers.recommended().getMoviesList()).indented(),
        "",
        "Similar to %s%s".formatted(MovieView.name(answers.famous()), synthetic),
        MovieView.similar(answers.similar().getMoviesList()).indented(),
        "",
        "The same with grpcurl",
        String.join(LINE_END, grpcurlLines(connection).stream().map(line -> "  " + line).toList()),
        "");
  }

  /** What the first movies that a user has seen are: of watches none is higher than another. */
  private String seenAs() {
    return version.getEventKind() == EventKind.EVENT_KIND_WATCH ? "watched" : "rated highest";
  }

  /** Returns the report for machines. */
  Map<String, Object> document(Connection connection) {
    Map<String, Object> document = new TreeMap<>();
    document.put("dataset", JsonText.tree(data));
    document.put("modelVersion", version.getName());
    document.put("synthetic", data.getDatasetVersion().getSynthetic());
    document.put("evaluation", JsonText.tree(evaluation));
    document.put("seen", JsonText.tree(answers.seen()));
    document.put("recommended", JsonText.tree(answers.recommended()));
    document.put("similarTo", JsonText.tree(answers.famous()));
    document.put("similar", JsonText.tree(answers.similar()));
    document.put("grpcurl", grpcurlLines(connection));
    return document;
  }

  private List<String> grpcurlLines(Connection connection) {
    String trainer = connection.endpoint(Service.TRAINER).address();
    String serving = connection.endpoint(Service.SERVING).address();
    String similarity = connection.endpoint(Service.SIMILARITY).address();
    String metrics = connection.endpoint(Service.METRICS).address();
    return List.of(
        Grpcurl.line(
            trainer,
            DatasetServiceGrpc.getDescribeDatasetMethod(),
            DescribeDatasetRequest.newBuilder()
                .setName(data.getDatasetVersion().getName())
                .build()),
        Grpcurl.line(
            metrics,
            EvaluationServiceGrpc.getListEvaluationsMethod(),
            ListEvaluationsRequest.newBuilder().setModelVersion(version.getName()).build()),
        Grpcurl.line(
            serving, CatalogueServiceGrpc.getListSeenMoviesMethod(), answers.seenRequest()),
        Grpcurl.line(
            serving, RecommendationServiceGrpc.getRecommendMethod(), answers.recommendRequest()),
        Grpcurl.line(
            similarity,
            SimilarityServiceGrpc.getFindSimilarMoviesMethod(),
            answers.similarRequest()));
  }
}
