package io.matinee.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
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
