package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.note.NoteKind;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the rows of a file that could not be used, by why. Not thread-safe. */
final class LeftOutRows {

  /** Why a row is left out. */
  enum Cause {
    /** It has too few fields, or blank ones. */
    INCOMPLETE("incomplete"),
    /** No rating can have its id. */
    UNUSABLE_ID("with an id that no movie can have"),
    /** It is about a movie that is not described. */
    UNKNOWN_MOVIE("of movies that no file describes"),
    /** Its tag is too long. */
    LONG_TAG("with a tag of more than " + CatalogueRule.MAXIMUM_WORD + " bytes");

    private final String words;

    Cause(String words) {
      this.words = words;
    }
  }

  private final Map<Cause, Long> counts = new EnumMap<>(Cause.class);

  /** Counts a row. */
  void add(Cause cause) {
    counts.merge(cause, 1L, Long::sum);
  }

  /** Notes how many there were, if there were any. */
  void noteIn(CatalogueLog log, Path file) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    String causes =
        counts.entrySet().stream()
            .map(count -> "%s: %,d".formatted(count.getKey().words, count.getValue()))
            .collect(Collectors.joining(", "));
    log.note(
        NoteKind.ROWS_LEFT_OUT, file, total, "rows left out: %,d (%s)".formatted(total, causes));
  }
}
