package io.matinee.model.source;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Names of the files of an import: compared in lower case, and without the ending of gzip. */
public final class SourceFileName {
  /** The ending of a packed file, in lower case. */
  public static final String PACKED = ".gz";

  private SourceFileName() {}

  /** Whether a file of this name, in any case of letters, can be part of an import. */
  public static boolean isUsable(String name) {
    String plain = plain(name);
    return CatalogueFile.of(plain).isPresent()
        || Stream.of(RatingsForm.values()).anyMatch(form -> form.takes(plain));
  }

  /** Whether a file is called as one that says which movies there are. */
  public static boolean describesMovies(Path file) {
    return CatalogueFile.of(plain(file)).filter(CatalogueFile::describesMovies).isPresent();
  }

  /** Returns a file's name in lower case and unpacked. */
  public static String plain(Path file) {
    return plain(lower(file));
  }

  /** Returns a file's name in lower case; "" for a root. */
  public static String lower(Path file) {
    Path name = file.toAbsolutePath().getFileName();
    return name == null ? "" : lower(name.toString());
  }

  /** Returns a name in lower case, whatever the locale. */
  public static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String plain(String name) {
    String lower = lower(name);
    return lower.endsWith(PACKED) ? lower.substring(0, lower.length() - PACKED.length()) : lower;
  }
}
