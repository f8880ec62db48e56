package io.matinee.runtime.error;

import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure that a caller can understand: a reason of the catalogue, a sentence, and what it is
 * about. Immutable; {@link #with} and {@link #onField} return copies.
 *
 * <p>It has a stack trace when it stands for a bug only: to come to a refusal of what a caller sent
 * must cost little more than to read it, and its message says what happened.
 *
 * <p>Its texts hold the bounds of errors whatever they were made of: a line each, at most 768 bytes
 * of message, 512 of a field's problem and 256 of a value, and no absolute path in a message or a
 * problem. An input is put into them as an {@link Excerpt}.
 */
public final class MatineeException extends RuntimeException {
  private final Reason reason;
  private final Map<String, String> metadata;
  private final List<FieldProblem> fields;
  private final @Nullable Duration retryDelay;

  private MatineeException(
      Reason reason,
      String text,
      Map<String, String> metadata,
      List<FieldProblem> fields,
      @Nullable Duration retryDelay,
      @Nullable Throwable cause) {
    super(text, cause, true, reason == Reason.INTERNAL);
    this.reason = reason;
    this.metadata = metadata;
    this.fields = fields;
    this.retryDelay = retryDelay;
  }

  /** Returns a failure for a reason; {@code message} is shown to the caller. */
  public static MatineeException of(Reason reason, String message) {
    return new MatineeException(
        reason, ErrorText.message(message), Map.of(), List.of(), null, null);
  }

  /** Returns a failure that another exception led to; the cause is logged, never sent. */
  public static MatineeException of(Reason reason, String message, Throwable cause) {
    return new MatineeException(
        reason, ErrorText.message(message), Map.of(), List.of(), null, cause);
  }

  /** Returns this failure with one more entry of metadata, e.g. {@code user_id}. */
  public MatineeException with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(metadata);
    more.put(key, ErrorText.value(value));
    return copy(Map.copyOf(more), fields, retryDelay);
  }

  /** Returns this failure with one more wrong field of the request. */
  public MatineeException onField(String field, String problem) {
    return onFields(List.of(new FieldProblem(field, problem)));
  }

  /** Returns this failure with more wrong fields of the request. */
  public MatineeException onFields(List<FieldProblem> problems) {
    List<FieldProblem> more = new ArrayList<>(fields);
    more.addAll(problems);
    return copy(metadata, List.copyOf(more), retryDelay);
  }

  /** Returns this failure with how long a caller should wait before it tries again. */
  public MatineeException retryAfter(Duration delay) {
    return copy(metadata, fields, delay);
  }

  private MatineeException copy(
      Map<String, String> metadata, List<FieldProblem> fields, @Nullable Duration retryDelay) {
    String text = String.valueOf(getMessage());
    return new MatineeException(reason, text, metadata, fields, retryDelay, getCause());
  }

  /** Returns the reason. */
  public Reason reason() {
    return reason;
  }

  /** Returns what the failure is about, by key. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Returns the first wrong field of the request, if one is to blame. */
  public Optional<FieldProblem> field() {
    return fields.stream().findFirst();
  }

  /** Returns all wrong fields of the request. */
  public List<FieldProblem> fields() {
    return fields;
  }

  /**
   * Returns how long a caller should wait before it tries again, by default as long as its reason
   * says; empty when that is not known.
   */
  public Optional<Duration> retryDelay() {
    return Optional.ofNullable(retryDelay).or(reason::retryDelay);
  }

  /** Returns the failure as it travels: code, message and details (see {@link ErrorStatus}). */
  public StatusRuntimeException toStatus() {
    return ErrorStatus.of(this);
  }
}
