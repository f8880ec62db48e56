package io.matinee.runtime.call;

import io.grpc.Context;
import io.grpc.Metadata;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The id of a call: the caller's own from the header {@code x-request-id}, or a new one. */
public final class RequestId {
  /** The header that carries the id, in requests and in answers. */
  public static final Metadata.Key<String> HEADER =
      Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

  static final Context.Key<String> CONTEXT = Context.key("matinee.request-id");

  private static final int LONGEST = 128;
  private static final HexFormat HEX = HexFormat.of();

  private RequestId() {}

  /** Returns the id of the call that the current thread works for; empty outside of calls. */
  public static String current() {
    String id = CONTEXT.get();
    return id == null ? "" : id;
  }

  /** Returns work that goes by the id of the present call, and goes on when that call has ended. */
  public static Runnable carriedOn(Runnable work) {
    return Context.current().fork().wrap(work);
  }

  /** Returns the caller's id when it is fit for logs, else a new one of 16 hexadecimal digits. */
  static String of(Metadata headers) {
    String given = headers.get(HEADER);
    return given != null && fit(given) ? given : made();
  }

  private static String made() {
    return HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private static boolean fit(String id) {
    return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(RequestId::fit);
  }

  private static boolean fit(int character) {
    return Character.isLetterOrDigit(character) || "-_.:/+=".indexOf(character) >= 0;
  }
}
