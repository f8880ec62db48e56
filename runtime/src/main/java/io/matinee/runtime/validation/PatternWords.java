package io.matinee.runtime.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says in words what the patterns of our contracts let through. */
final class PatternWords {

  /** A part that many patterns have. */
  private record Part(String pattern, String name, String words) {}

  private static final List<Part> PARTS =
      List.of(
          new Part(
              "[a-z][a-z0-9-]{0,62}",
              "NAME",
              "1 to 63 lower-case letters, digits and dashes, a letter first"),
          new Part("[1-9][0-9]{0,17}", "NUMBER", "a whole number from 1"),
          new Part("[a-z0-9-]{1,64}", "ID", "1 to 64 lower-case letters, digits and dashes"),
          new Part("[0-9a-f]{64}", "DIGEST", "64 hexadecimal digits in lower case"),
          new Part(
              "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
              "UUID", "32 hexadecimal digits as 4a7c1b0e-9a3d-4d3b-8f26-0c1d2e3f4a5b"));

  private static final Pattern OPTIONAL = Pattern.compile("\\^\\((.*)\\)\\?\\$");
  private static final Pattern WHOLE = Pattern.compile("\\^(.*)\\$");
  private static final Pattern OPTIONAL_END = Pattern.compile("([A-Za-z/]+)\\(([A-Za-z/]+)\\)\\?");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z/]+");

  private PatternWords() {}

  /** Returns what a value must be, as the end of a sentence; empty for a pattern unlike ours. */
  static Optional<String> of(String pattern) {
    return switch (pattern) {
      case "^[^\\p{Cc}]*$" -> Optional.of("must have no control character");
      case "^[^/\\\\\\p{Cc}]+$" ->
          Optional.of("must be a name without slash, backslash or control character");
      default -> {
        boolean optional = OPTIONAL.matcher(pattern).matches();
        String form = (optional ? OPTIONAL : WHOLE).matcher(pattern).replaceFirst("$1");
        yield of(form, optional ? ", or empty" : "");
      }
    };
  }

  private static Optional<String> of(String pattern, String orEmpty) {
    String form = pattern;
    List<String> words = new ArrayList<>();
    for (Part part : PARTS) {
      if (form.contains(part.pattern())) {
        form = form.replace(part.pattern(), part.name());
        words.add(part.name() + " is " + part.words());
      }
    }
    String either = OPTIONAL_END.matcher(form).replaceFirst("$1 or $1$2");
    if (words.isEmpty() || !PLAIN.matcher(either.replace(" or ", "/")).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        PARTS.stream()
            .filter(part -> part.name().equals(either))
            .map(part -> "must be " + part.words() + orEmpty)
            .findFirst()
            .orElse(
                "must be written %s%s, where %s"
                    .formatted(either, orEmpty, String.join(", ", words))));
  }
}
