package io.matinee.trainer.registry;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;

/**
 * The etag that a caller wants to find, so that nobody changes what another has changed meanwhile.
 *
 * @param text the etag; empty for something that must not exist, {@code *} for any
 */
public record ExpectedEtag(String text) {
  private static final String ANY = "*";

  /**
   * Makes sure that the present etag is the expected one.
   *
   * @param present the present etag; empty for something that does not exist
   * @param kind what has it, as the key of the metadata names it, e.g. {@code alias}
   * @param name the resource name of what has it
   * @throws MatineeException ETAG_MISMATCH with the present one
   */
  void require(String present, String kind, String name) {
    if (text.equals(ANY) || text.equals(present)) {
      return;
    }
    String state = present.isEmpty() ? "does not exist" : "has etag " + present;
    throw MatineeException.of(
            Reason.ETAG_MISMATCH, "%s %s; read it again and decide anew.".formatted(name, state))
        .with(kind, name)
        .with("etag", present);
  }
}
