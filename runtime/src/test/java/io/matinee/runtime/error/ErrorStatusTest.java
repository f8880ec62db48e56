package io.matinee.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorStatusTest {
  @ParameterizedTest
  @CsvSource({
    "USER_NOT_FOUND, NOT_FOUND",
    "MODEL_NOT_READY, UNAVAILABLE",
    "SHUTTING_DOWN, UNAVAILABLE",
    "RATING_OUT_OF_SCALE, INVALID_ARGUMENT",
    "PAGE_TOKEN_INVALID, INVALID_ARGUMENT",
    "VERSION_NOT_LOADED, FAILED_PRECONDITION",
    "ETAG_MISMATCH, ABORTED",
    "DATASET_EXISTS, ALREADY_EXISTS",
    "BLOB_CORRUPT, DATA_LOSS",
    "QUEUE_FULL, RESOURCE_EXHAUSTED",
    "STORAGE_FULL, RESOURCE_EXHAUSTED",
    "CANCELLED, CANCELLED",
    "INTERNAL, INTERNAL"
  })
  void travelsUnderItsCode(Reason reason, Status.Code code) {
    assertThat(MatineeException.of(reason, "text").toStatus().getStatus().getCode())
        .isEqualTo(code);
  }

  @Test
  void saysWhenToComeAgainWhateverTheQueueIs() {
    assertThat(secondsToWait(MatineeException.of(Reason.QUEUE_FULL, "10 are waiting")))
        .isEqualTo(1);
    assertThat(
            secondsToWait(
                MatineeException.of(Reason.QUEUE_FULL, "10 are waiting")
                    .retryAfter(Duration.ofSeconds(7))
                    .with("queue", "long")))
        .isEqualTo(7);
    assertThat(ErrorStatus.retryInfo(MatineeException.of(Reason.USER_NOT_FOUND, "").toStatus()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "QUEUE_FULL, 1000",
        "REPLIES_UNREAD, 1000",
        "REQUEST_TOO_LARGE, -1",
        "STORAGE_FULL, -1",
        "SHUTTING_DOWN, none",
        "USER_NOT_FOUND, none"
      })
  void tellsRetryingClientsWhenToComeAgainOrThatTheyShallNot(
      Reason reason, @Nullable String pushback) {
    assertThat(MatineeException.of(reason, "text").toStatus().getTrailers())
        .extracting(
            trailers ->
                trailers.get(
                    Metadata.Key.of("grpc-retry-pushback-ms", Metadata.ASCII_STRING_MARSHALLER)))
        .isEqualTo(pushback);
  }

  private static long secondsToWait(MatineeException failure) {
    return ErrorStatus.retryInfo(failure.toStatus()).orElseThrow().getRetryDelay().getSeconds();
  }

  @Test
  void staysBelowTheHeadersOfClientsWhateverItTells() throws Exception {
    String long4MiB = "ü\n".repeat(2 << 20);
    MatineeException failure =
        MatineeException.of(Reason.INVALID_REQUEST, long4MiB).with("a", long4MiB).with("b", "x");
    for (int i = 0; i < 20; i++) {
      failure = failure.onField("ratings[%d].movie_id".formatted(i), long4MiB);
    }
    assertThat(failure.getMessage()).startsWith("ü\\nü").endsWith("…").doesNotContain("\n");
    assertThat(ErrorStatus.message(failure).getSerializedSize()).isLessThan(4_096);
    assertThat(ErrorStatus.badRequest(failure.toStatus()).orElseThrow().getFieldViolationsCount())
        .isBetween(1, 19);
    com.google.rpc.Status foreign =
        com.google.rpc.Status.newBuilder().setCode(3).setMessage(long4MiB).build();
    assertThat(ErrorStatus.bounded(foreign).getSerializedSize()).isLessThan(1_024);
  }

  @ParameterizedTest
  @CsvSource({
    "/home/me/trainer/blobs/ab: No space left, …/ab: No space left",
    "cannot read \"/var/lib/x.csv\" as csv, cannot read \"…/x.csv\" as csv",
    "see file:///opt/a/b/, see …/b",
    "(/a/b) and [/c/d], (…/b) and […/d]",
    "a name of the form models/…/versions/…, a name of the form models/…/versions/…",
    "models/m/versions/1 and/or /metrics, models/m/versions/1 and/or /metrics",
    "https://example.org/a/b, https://example.org/a/b"
  })
  void namesNoAbsolutePath(String text, String told) {
    MatineeException failure =
        MatineeException.of(Reason.IMPORT_UNREADABLE, text).onField("path", text);
    assertThat(failure.getMessage()).isEqualTo(told);
    assertThat(failure.fields().getFirst().problem()).isEqualTo(failure.getMessage());
  }

  @Test
  void namesNoAbsolutePathAtTheBeginningOfALine() {
    String text = "cannot read:\n/home/me/x.csv\r\n\t/home/me/y.csv";
    assertThat(MatineeException.of(Reason.IMPORT_UNREADABLE, text).getMessage())
        .isEqualTo("cannot read:\\n…/x.csv\\r\\n\\t…/y.csv");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void carriesExactlyOneErrorInfo(Reason reason) {
    MatineeException failure =
        MatineeException.of(reason, "text").with("user_id", "7").with("movie_id", "8");
    assertThat(ErrorStatus.message(failure).getDetailsList())
        .filteredOn(detail -> detail.is(ErrorInfo.class))
        .hasSize(1);
    StatusRuntimeException travelling = failure.toStatus();
    ErrorInfo info = ErrorStatus.info(travelling).orElseThrow();
    assertThat(info.getDomain()).isEqualTo("matinee");
    assertThat(info.getReason()).isEqualTo(reason.name());
    assertThat(info.getMetadataMap())
        .containsOnlyKeys("user_id", "movie_id")
        .containsEntry("movie_id", "8");
    assertThat(ErrorStatus.reason(travelling)).contains(reason);
    assertThat(travelling.getStatus().getDescription()).isEqualTo("text");
    assertThat(ErrorStatus.badRequest(travelling)).isEmpty();
  }

  @Test
  void carriesEveryWrongField() {
    MatineeException failure =
        MatineeException.of(Reason.RATING_OUT_OF_SCALE, "ratings are off the scale")
            .onField("ratings[0].rating", "must be at least 0.5")
            .onField("ratings[2].rating", "must be at most 5");
    assertThat(failure.field()).contains(failure.fields().getFirst());
    assertThat(ErrorStatus.badRequest(failure.toStatus()).orElseThrow().getFieldViolationsList())
        .extracting(FieldViolation::getField, FieldViolation::getDescription)
        .containsExactly(
            tuple("ratings[0].rating", "must be at least 0.5"),
            tuple("ratings[2].rating", "must be at most 5"));
  }

  @Test
  void findsNothingInOtherFailures() {
    assertThat(ErrorStatus.reason(Status.UNAVAILABLE.asRuntimeException())).isEmpty();
    assertThat(ErrorStatus.reason(new IllegalStateException("no status"))).isEmpty();
  }
}
