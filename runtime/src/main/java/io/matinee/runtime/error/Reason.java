package io.matinee.runtime.error;

import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can go wrong in a call, with the gRPC code it travels under: the contracts'
 * {@code ErrorReason}, name by name. The name is the {@code reason} of the {@code
 * google.rpc.ErrorInfo} that callers read. A reason that passes by itself says after how long to
 * try again.
 */
public enum Reason {
  /** No such user in the loaded model version. */
  USER_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such movie in the loaded model version. */
  MOVIE_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such model. */
  MODEL_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such model, or no such version of it. */
  MODEL_VERSION_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such data set. */
  DATASET_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such version of the data set. */
  DATASET_VERSION_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such split of the data set. */
  SPLIT_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such alias. */
  ALIAS_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such long-running operation. */
  OPERATION_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such evaluation. */
  EVALUATION_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No such gRPC service in the process. */
  SERVICE_NOT_FOUND(Status.Code.NOT_FOUND),
  /** No blob with this digest. */
  BLOB_NOT_FOUND(Status.Code.NOT_FOUND),

  /** The request breaks a rule of its contract; the field violations say which. */
  INVALID_REQUEST(Status.Code.INVALID_ARGUMENT),
  /** The request id came before with another request. */
  REQUEST_ID_REUSED(Status.Code.INVALID_ARGUMENT),
  /** A rating lies off the scale. */
  RATING_OUT_OF_SCALE(Status.Code.INVALID_ARGUMENT),
  /** A rating is given where watches are, or a watch where ratings are. */
  EVENT_KIND_MISMATCH(Status.Code.INVALID_ARGUMENT),
  /** The page token is malformed, or belongs to another request. */
  PAGE_TOKEN_INVALID(Status.Code.INVALID_ARGUMENT),
  /** No algorithm has this id. */
  UNKNOWN_ALGORITHM(Status.Code.INVALID_ARGUMENT),
  /** A hyper-parameter is unknown, malformed or out of its range. */
  HYPER_PARAMETER_INVALID(Status.Code.INVALID_ARGUMENT),
  /** The file cannot be read as what it is imported as. */
  IMPORT_UNREADABLE(Status.Code.INVALID_ARGUMENT),
  /** The bytes of an upload are not those that its header announces. */
  UPLOAD_CORRUPT(Status.Code.INVALID_ARGUMENT),
  /** The path of an import is none that the trainer may read. */
  IMPORT_PATH_REFUSED(Status.Code.PERMISSION_DENIED),
  /** More rows of an import are bad than its options allow. */
  TOO_MANY_BAD_ROWS(Status.Code.INVALID_ARGUMENT),
  /** A vector holds NaN or an infinity. */
  VECTOR_NOT_FINITE(Status.Code.INVALID_ARGUMENT),

  /** The pinned model version is not loaded, or not by the alias that is named. */
  VERSION_NOT_LOADED(Status.Code.FAILED_PRECONDITION),
  /** The service does not follow the alias that the request names. */
  ALIAS_NOT_FOLLOWED(Status.Code.FAILED_PRECONDITION),
  /** The model version predicts no ratings. */
  NO_RATING_SCORER(Status.Code.FAILED_PRECONDITION),
  /** The model version does not rank. */
  NO_RANKING_SCORER(Status.Code.FAILED_PRECONDITION),
  /** The scorer of the model version has no vectors. */
  NO_VECTORS(Status.Code.FAILED_PRECONDITION),
  /** The movie has no embedding in the loaded model version. */
  MOVIE_NOT_INDEXED(Status.Code.FAILED_PRECONDITION),
  /** There are no ratings to work on. */
  NO_RATINGS(Status.Code.FAILED_PRECONDITION),
  /** Ratings have no time, which was to be gone by. */
  NO_TIMESTAMPS(Status.Code.FAILED_PRECONDITION),
  /** The data differs from the version before in a way that gives reason to look. */
  DATA_SUSPICIOUS(Status.Code.FAILED_PRECONDITION),
  /** A hold-out takes none of the ratings. */
  NOTHING_HELD_OUT(Status.Code.FAILED_PRECONDITION),
  /** The model version is for evaluation only. */
  NOT_SERVABLE(Status.Code.FAILED_PRECONDITION),
  /** Something is missing in a reader's cache, which cannot be written. */
  CACHE_UNUSABLE(Status.Code.FAILED_PRECONDITION),
  /** The model version is of a snapshot format that this release does not read. */
  FORMAT_UNSUPPORTED(Status.Code.FAILED_PRECONDITION),
  /** The data set has no version yet. */
  DATASET_EMPTY(Status.Code.FAILED_PRECONDITION),
  /** Something needs what was to be deleted. */
  RESOURCE_IN_USE(Status.Code.FAILED_PRECONDITION),
  /** The operation has not ended, as what was asked for needs. */
  OPERATION_ACTIVE(Status.Code.FAILED_PRECONDITION),
  /** The algorithm cannot be trained on this machine. */
  ALGORITHM_UNAVAILABLE(Status.Code.FAILED_PRECONDITION),
  /** What was to be trained on is not there, or nothing would use it. */
  DEVICE_UNAVAILABLE(Status.Code.FAILED_PRECONDITION),

  /** Somebody else changed the resource since its etag was read. */
  ETAG_MISMATCH(Status.Code.ABORTED),
  /** The run ended with the process that was supervising it. */
  RUN_LOST(Status.Code.ABORTED),

  /** The id of the data set is taken. */
  DATASET_EXISTS(Status.Code.ALREADY_EXISTS),
  /** The id of the split is taken. */
  SPLIT_EXISTS(Status.Code.ALREADY_EXISTS),
  /** The id of the evaluation is taken by another subject or protocol. */
  EVALUATION_EXISTS(Status.Code.ALREADY_EXISTS),

  /** No model version is loaded yet of the alias that is to answer. */
  MODEL_NOT_READY(Status.Code.UNAVAILABLE),
  /** The service is stopping and takes no new calls. */
  SHUTTING_DOWN(Status.Code.UNAVAILABLE),
  /** The trainer cannot be reached. */
  REGISTRY_UNAVAILABLE(Status.Code.UNAVAILABLE),
  /** The trainer's database cannot be reached. */
  DATABASE_UNAVAILABLE(Status.Code.UNAVAILABLE, Duration.ofSeconds(1)),

  /** The content of a blob does not match its digest. */
  BLOB_CORRUPT(Status.Code.DATA_LOSS),

  /** The request has more bytes than a valid one can have. */
  REQUEST_TOO_LARGE(Status.Code.RESOURCE_EXHAUSTED),
  /** The replies that callers have not read yet take all the memory that they may. */
  REPLIES_UNREAD(Status.Code.RESOURCE_EXHAUSTED, Duration.ofSeconds(1)),
  /** Too much work is waiting already. */
  QUEUE_FULL(Status.Code.RESOURCE_EXHAUSTED, Duration.ofSeconds(1)),
  /** The disk is full. */
  STORAGE_FULL(Status.Code.RESOURCE_EXHAUSTED),
  /** A run needed more memory than it may use. */
  OUT_OF_MEMORY(Status.Code.RESOURCE_EXHAUSTED),

  /** The deadline passed before the work was done. */
  DEADLINE_EXCEEDED(Status.Code.DEADLINE_EXCEEDED),
  /** The work was cancelled. */
  CANCELLED(Status.Code.CANCELLED),
  /** A run ended before it was done. */
  RUN_FAILED(Status.Code.UNKNOWN),
  /** The method is not there, or what a field asks for is not done yet. */
  UNIMPLEMENTED(Status.Code.UNIMPLEMENTED),
  /** A bug: logged with its stack, and counted. */
  INTERNAL(Status.Code.INTERNAL);

  private final Status.Code code;
  private final @Nullable Duration retryDelay;

  Reason(Status.Code code) {
    this(code, null);
  }

  Reason(Status.Code code, @Nullable Duration retryDelay) {
    this.code = code;
    this.retryDelay = retryDelay;
  }

  /** Returns the gRPC code that the reason travels under. */
  public Status.Code code() {
    return code;
  }

  /** Returns how long a caller waits who knows no better; empty when trying again does not help. */
  Optional<Duration> retryDelay() {
    return Optional.ofNullable(retryDelay);
  }
}
