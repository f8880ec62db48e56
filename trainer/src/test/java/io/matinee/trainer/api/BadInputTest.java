package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Duration;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.LoadedVersion;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.AttachEvaluationRequest;
import io.matinee.proto.trainer.v1.BundledSample;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.GetDatasetVersionRequest;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.ImportOptions;
import io.matinee.proto.trainer.v1.ImportRatingsRequest;
import io.matinee.proto.trainer.v1.ListDatasetsRequest;
import io.matinee.proto.trainer.v1.ListModelVersionsRequest;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.ReportReaderRequest;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.PageToken;
import io.matinee.trainer.store.TrainerHome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that no caller should send: each is refused for a reason, and none counts as a bug. */
@QuarkusTest
@Tag("process")
class BadInputTest extends RunningTrainer {
  @Inject TrainerHome home;

  /** A call with a data set that exists. */
  private interface Call extends BiConsumer<BadInputTest, String> {}

  static Stream<Arguments> calls() {
    return Stream.of(
            badUris(),
            badUploads(),
            badOperations(),
            badEvaluations(),
            badTraining(),
            badTokens(),
            otherwiseBad())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void refusesForAReason(Reason reason, Call call) throws Exception {
    String dataset = smallDataset();
    var failure = assertRefused(reason, () -> call.accept(this, dataset));
    assertThat(failure.getMessage()).doesNotContain(home.root().toString());
    assertThat(home.staging()).isEmptyDirectory();
  }

  private static Stream<Arguments> badUris() {
    return Stream.of(
        refused("a NUL", Reason.INVALID_REQUEST, importing("file:///tmp/a%00b")),
        refused("no scheme", Reason.INVALID_REQUEST, importing("/tmp/ratings.csv")),
        refused("another scheme", Reason.INVALID_REQUEST, importing("s3://bucket/ratings.csv")),
        refused("a host", Reason.INVALID_REQUEST, importing("file://elsewhere/tmp/a")),
        refused("dots", Reason.IMPORT_PATH_REFUSED, importing("file:///tmp/../etc/passwd")),
        refused("encoded dots", Reason.IMPORT_PATH_REFUSED, importing("file:///tmp/%2e%2E/etc/x")),
        refused("a place outside", Reason.IMPORT_PATH_REFUSED, importing("file:///etc/passwd")),
        refused("nothing", Reason.IMPORT_PATH_REFUSED, importing("file:///etc/nothing")),
        refused("the root of all", Reason.IMPORT_PATH_REFUSED, importing("file:///")),
        refused(
            "a name over 255 bytes",
            Reason.IMPORT_PATH_REFUSED,
            importing("file:///tmp/" + "x".repeat(300))),
        refused(
            "control characters", Reason.IMPORT_PATH_REFUSED, importing("file:///tmp/a%0Ab%07")));
  }

  private static Stream<Arguments> badUploads() {
    return Stream.of(
        refused("a NUL in a file's name", Reason.INVALID_REQUEST, uploading("a\0b.csv")),
        refused("a line feed in it", Reason.INVALID_REQUEST, uploading("a\nb.csv")),
        refused("a name over 255 bytes", Reason.INVALID_REQUEST, uploading("\u00e9".repeat(200))),
        refused("a line feed at its end", Reason.INVALID_REQUEST, uploading("a.csv\n")),
        refused("no name", Reason.INVALID_REQUEST, uploading("")),
        refused("the folder above", Reason.INVALID_REQUEST, uploading("..")),
        refused("the folder itself", Reason.INVALID_REQUEST, uploading(".")),
        refused("a name with a folder", Reason.INVALID_REQUEST, uploading("../a.csv")),
        refused("a name with a backslash", Reason.INVALID_REQUEST, uploading("..\\a.csv")),
        refused(
            "an unknown data set",
            Reason.DATASET_NOT_FOUND,
            (test, dataset) -> Uploads.send(test.channel, "datasets/unknown", "a.csv")));
  }

  private static Stream<Arguments> badOperations() {
    return Stream.of(
        refused("no name", Reason.INVALID_REQUEST, operation("")),
        refused("another name", Reason.INVALID_REQUEST, operation("models/m")),
        refused("a name with more", Reason.INVALID_REQUEST, operation("trainer/operations/a/b")),
        refused("a name with a NUL", Reason.INVALID_REQUEST, operation("trainer/operations/\0")),
        refused("a name of another service", Reason.INVALID_REQUEST, operation("operations/x")),
        refused("an unknown one", Reason.OPERATION_NOT_FOUND, operation("trainer/operations/x")),
        refused(
            "cancelling an unknown one",
            Reason.OPERATION_NOT_FOUND,
            (test, dataset) ->
                test.operations()
                    .cancelOperation(
                        CancelOperationRequest.newBuilder()
                            .setName("trainer/operations/x")
                            .build())),
        refused("the longest wait", Reason.OPERATION_NOT_FOUND, waiting(315_576_000_000L, 0)),
        refused("a wait that is none", Reason.INVALID_REQUEST, waiting(Long.MAX_VALUE, 0)),
        refused("a negative wait", Reason.INVALID_REQUEST, waiting(Long.MIN_VALUE, 0)),
        refused("a wait of odd nanoseconds", Reason.INVALID_REQUEST, waiting(1, -5)),
        refused(
            "a negative page",
            Reason.INVALID_REQUEST,
            (test, dataset) ->
                test.operations()
                    .listOperations(ListOperationsRequest.newBuilder().setPageSize(-1).build())));
  }

  private static Stream<Arguments> badEvaluations() {
    return Stream.of(
        refused("no number", Reason.INVALID_REQUEST, attaching("models/m/versions/x")),
        refused(
            "a number that is too large",
            Reason.INVALID_REQUEST,
            attaching("models/m/versions/" + "9".repeat(30))),
        refused(
            "an unknown version",
            Reason.MODEL_VERSION_NOT_FOUND,
            attaching("models/m/versions/" + "9".repeat(18))),
        refused(
            "a time after all",
            Reason.INVALID_REQUEST,
            attaching("models/m/versions/1", 253_402_300_800L)),
        refused(
            "a time before all",
            Reason.INVALID_REQUEST,
            attaching("models/m/versions/1", -62_135_596_801L)));
  }

  private static Stream<Arguments> badTraining() {
    return Stream.of(
        refused(
            "not a number",
            Reason.HYPER_PARAMETER_INVALID,
            trainingWith("regularisation", number(Double.NaN))),
        refused(
            "infinite",
            Reason.HYPER_PARAMETER_INVALID,
            trainingWith("regularisation", number(Double.POSITIVE_INFINITY))),
        refused(
            "no hyper-parameter",
            Reason.HYPER_PARAMETER_INVALID,
            trainingWith("\u0001", number(1))),
        refused(
            "no whole number",
            Reason.HYPER_PARAMETER_INVALID,
            trainingWith("iterations", number(1.5))),
        refused("long", Reason.HYPER_PARAMETER_INVALID, trainingWith("iterations", number(1e99))),
        refused(
            "no value",
            Reason.HYPER_PARAMETER_INVALID,
            trainingWith("iterations", Value.getDefaultInstance())),
        refused("an object", Reason.INVALID_REQUEST, trainingWith("iterations", object())),
        refused(
            "4 MiB of nested values",
            Reason.REQUEST_TOO_LARGE,
            trainingWith("iterations", manyLists())),
        refused(
            "a time cut after all",
            Reason.INVALID_REQUEST,
            (test, dataset) ->
                test.training()
                    .trainModel(
                        plainTraining(model(), dataset)
                            .setHoldOut(
                                HoldOut.newBuilder()
                                    .setTimeCut(Timestamp.newBuilder().setSeconds(Long.MIN_VALUE)))
                            .build())),
        refused(
            "an unknown version",
            Reason.DATASET_VERSION_NOT_FOUND,
            (test, dataset) ->
                test.training()
                    .trainModel(
                        plainTraining(model(), dataset + "/versions/" + "9".repeat(18)).build())));
  }

  private static Stream<Arguments> badTokens() {
    ListDatasetsRequest datasets = ListDatasetsRequest.getDefaultInstance();
    ListModelVersionsRequest versions =
        ListModelVersionsRequest.newBuilder().setModel("models/m").build();
    return Stream.of(
        refused(
            "a token without a position",
            Reason.PAGE_TOKEN_INVALID,
            (test, dataset) ->
                test.datasets()
                    .listDatasets(datasets.toBuilder().setPageToken(token(datasets)).build())),
        refused(
            "a token of a word for a number",
            Reason.PAGE_TOKEN_INVALID,
            (test, dataset) ->
                test.registry()
                    .listModelVersions(
                        versions.toBuilder().setPageToken(token(versions, "x")).build())),
        refused(
            "a token of half a position",
            Reason.PAGE_TOKEN_INVALID,
            (test, dataset) -> {
              ListUserRatingsRequest request =
                  ListUserRatingsRequest.newBuilder().setDataset(dataset).setUserId("u").build();
              test.ratings()
                  .listUserRatings(request.toBuilder().setPageToken(token(request, 5)).build());
            }),
        refused(
            "a token that is none",
            Reason.PAGE_TOKEN_INVALID,
            (test, dataset) ->
                test.datasets()
                    .listDatasets(datasets.toBuilder().setPageToken("\u0001\uFFFD").build())));
  }

  private static Stream<Arguments> otherwiseBad() {
    return Stream.of(
        refused(
            "a scale beyond numbers",
            Reason.INVALID_REQUEST,
            (test, dataset) ->
                test.datasets()
                    .importRatings(
                        ImportRatingsRequest.newBuilder()
                            .setDataset(dataset)
                            .setBundledSample(BundledSample.getDefaultInstance())
                            .setOptions(
                                ImportOptions.newBuilder()
                                    .setScale(
                                        RatingScale.newBuilder()
                                            .setMinimum(-Float.MAX_VALUE)
                                            .setMaximum(Float.MAX_VALUE)))
                            .build())),
        refused(
            "a reader of no version",
            Reason.INVALID_REQUEST,
            (test, dataset) ->
                test.registry()
                    .reportReader(
                        ReportReaderRequest.newBuilder()
                            .setReaderId("r")
                            .setStatus(
                                ReaderStatus.newBuilder()
                                    .addAliases(
                                        FollowedAlias.newBuilder()
                                            .setAlias("models/movies/aliases/production")
                                            .setLoaded(
                                                LoadedVersion.newBuilder()
                                                    .setModelVersion("models/m/x/1"))))
                            .build())),
        refused(
            "the largest number of a model version",
            Reason.MODEL_VERSION_NOT_FOUND,
            (test, dataset) ->
                test.registry()
                    .getModelVersion(
                        GetModelVersionRequest.newBuilder()
                            .setName("models/m/versions/" + "9".repeat(18))
                            .build())),
        refused(
            "the largest number of a data set's version",
            Reason.DATASET_VERSION_NOT_FOUND,
            (test, dataset) ->
                test.datasets()
                    .getDatasetVersion(
                        GetDatasetVersionRequest.newBuilder()
                            .setName(dataset + "/versions/" + "9".repeat(18))
                            .build())),
        refused(
            "the end of an unknown blob",
            Reason.BLOB_NOT_FOUND,
            (test, dataset) ->
                test.registry()
                    .downloadBlob(
                        DownloadBlobRequest.newBuilder()
                            .setSha256("0".repeat(64))
                            .setOffset(Long.MAX_VALUE)
                            .build())
                    .next()));
  }

  private static Call importing(String uri) {
    return (test, dataset) ->
        test.datasets()
            .importRatings(
                ImportRatingsRequest.newBuilder().setDataset(dataset).setUri(uri).build());
  }

  private static Call uploading(String name) {
    return (test, dataset) -> Uploads.send(test.channel, dataset, name);
  }

  private static Call operation(String name) {
    return (test, dataset) ->
        test.operations().getOperation(GetOperationRequest.newBuilder().setName(name).build());
  }

  private static Call waiting(long seconds, int nanoseconds) {
    return (test, dataset) ->
        test.operations()
            .waitOperation(
                WaitOperationRequest.newBuilder()
                    .setName("trainer/operations/x")
                    .setTimeout(Duration.newBuilder().setSeconds(seconds).setNanos(nanoseconds))
                    .build());
  }

  private static Call attaching(String version) {
    return attaching(version, 0);
  }

  private static Call attaching(String version, long createSeconds) {
    return (test, dataset) ->
        test.registry()
            .attachEvaluation(
                AttachEvaluationRequest.newBuilder()
                    .setEvaluation(
                        Evaluation.newBuilder()
                            .setName("evaluations/e")
                            .setModelVersion(version)
                            .setProtocol(EvaluationProtocol.newBuilder().setDigest("a".repeat(64)))
                            .setCreateTime(Timestamp.newBuilder().setSeconds(createSeconds)))
                    .build());
  }

  private static Value object() {
    return Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build();
  }

  /** Almost 4 MiB, of two bytes a list. */
  private static Value manyLists() {
    Value list = Value.newBuilder().setListValue(ListValue.getDefaultInstance()).build();
    return Value.newBuilder()
        .setListValue(ListValue.newBuilder().addAllValues(Collections.nCopies(1_000_000, list)))
        .build();
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private static Call trainingWith(String key, Value value) {
    return (test, dataset) ->
        test.training()
            .trainModel(
                TrainModelRequest.newBuilder()
                    .setModel(model())
                    .setDataset(dataset)
                    .setRanking(
                        AlgorithmChoice.newBuilder()
                            .setAlgorithmId("als")
                            .putHyperParameters(key, value))
                    .build());
  }

  private static String token(com.google.protobuf.Message request, Object... position) {
    return PageToken.of(RequestDigest.of(request), position).encode();
  }

  private static Arguments refused(String name, Reason reason, Call call) {
    return argumentSet(name, reason, call);
  }
}
