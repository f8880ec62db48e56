package io.matinee.runtime.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Filters of ListOperations: comparisons of {@code done}, {@code kind} and {@code parent} for
 * equality, joined by {@code AND}, e.g. {@code done = false AND kind = "train"}.
 *
 * @see <a href="https://google.aip.dev/160">AIP-160, of which this is a part</a>
 */
public final class OperationFilter {
  private static final Pattern COMPARISON =
      Pattern.compile("\\s*([a-z_]+)\\s*=\\s*(?:\"([^\"\\\\]*)\"|([A-Za-z0-9_/.-]+))\\s*");
  private static final Pattern AND = Pattern.compile("AND\\s");
  private static final String UNDERSTOOD =
      "must compare done (true or false), kind and parent by \"=\", joined by AND, e.g. done ="
          + " false AND kind = \"train\"";

  private OperationFilter() {}

  /**
   * Returns what a filter asks of an operation; an empty one takes all.
   *
   * @throws MatineeException INVALID_REQUEST naming the field {@code filter} when it is not
   *     understood
   */
  public static Predicate<Operation> parse(String filter) {
    if (filter.isBlank()) {
      return operation -> true;
    }
    List<Predicate<Operation>> all = new ArrayList<>();
    Matcher comparison = COMPARISON.matcher(filter);
    int at = 0;
    do {
      if (!comparison.region(at, filter.length()).lookingAt()) {
        throw notUnderstood();
      }
      String quoted = comparison.group(2);
      all.add(comparing(comparison.group(1), quoted == null ? comparison.group(3) : quoted));
      at = afterAnd(filter, comparison.end());
    } while (at < filter.length());
    return operation -> all.stream().allMatch(each -> each.test(operation));
  }

  private static int afterAnd(String filter, int end) {
    if (end == filter.length()) {
      return end;
    }
    Matcher and = AND.matcher(filter).region(end, filter.length());
    if (!and.lookingAt() || and.end() == filter.length()) {
      throw notUnderstood();
    }
    return and.end();
  }

  private static Predicate<Operation> comparing(String field, String value) {
    return switch (field) {
      case "done" -> {
        if (!value.equals("true") && !value.equals("false")) {
          throw notUnderstood();
        }
        yield operation -> operation.ended() == value.equals("true");
      }
      case "kind" -> operation -> operation.kind().equals(value);
      case "parent" -> operation -> operation.parent().equals(value);
      default -> throw notUnderstood();
    };
  }

  private static MatineeException notUnderstood() {
    return MatineeException.of(Reason.INVALID_REQUEST, "filter " + UNDERSTOOD)
        .onField("filter", UNDERSTOOD);
  }
}
