package io.matinee.trainer.dataset.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.matinee.trainer.dataset.text.ColumnNames;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes ratings out of JSON objects whose fields go by the names of {@link RatingsColumn}. Numbers
 * and texts are taken as they are written; what else an object holds is not read. Not thread-safe.
 */
final class JsonObjects {
  private static final int MOST_NAMES = 1_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build())
          .build();

  private final List<RatingsColumn> columns;
  private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
  private final Map<String, RatingsColumn> meanings = new HashMap<>();
  private final Set<String> ignored = new LinkedHashSet<>();
  private final Map<RatingsColumn, String> values = new EnumMap<>(RatingsColumn.class);
  private final Map<RatingsColumn, String> names = new EnumMap<>(RatingsColumn.class);
  private final Map<RatingsColumn, String> problems = new EnumMap<>(RatingsColumn.class);

  /** A reader of objects in which some columns are looked for. */
  JsonObjects(List<RatingsColumn> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * Reads an object.
   *
   * @return what is wrong with it, or ""
   */
  String read(byte[] bytes, int start, int end) {
    values.clear();
    names.clear();
    problems.clear();
    try (JsonParser parser = FACTORY.createParser(bytes, start, end - start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return "is no JSON object";
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        take(parser.currentName(), parser);
      }
      return parser.nextToken() == null
          ? problems.values().stream().findFirst().orElse("")
          : "has more in its line than one JSON object";
    } catch (IOException malformed) {
      return "is no whole JSON object";
    }
  }

  /** Returns a value of the object as it is written, or "" when it has none. */
  String value(RatingsColumn column) {
    return values.getOrDefault(column, "");
  }

  /** Whether the object says something of a meaning, be it nothing. */
  boolean names(RatingsColumn column) {
    return names.containsKey(column);
  }

  /** Returns the names of fields so far that are not read, at most 1,000. */
  List<String> ignored() {
    return List.copyOf(ignored);
  }

  /** Takes a field: Matinee's own name for a meaning goes before others, wherever it stands. */
  private void take(String name, JsonParser parser) throws IOException {
    RatingsColumn meaning = meaning(name);
    JsonToken token = parser.nextToken();
    String other = names.get(meaning);
    boolean own = isOwn(meaning, name);
    boolean otherOwn = other != null && isOwn(meaning, other);
    if (meaning == RatingsColumn.IGNORED || (otherOwn && !own)) {
      parser.skipChildren();
    } else if (other != null && otherOwn == own) {
      parser.skipChildren();
      problems.put(
          meaning,
          (own ? "says the %s twice" : "can say the %s by two names").formatted(meaning.inWords()));
    } else {
      names.put(meaning, name);
      problems.remove(meaning);
      takeValue(meaning, token, parser);
    }
  }

  private void takeValue(RatingsColumn meaning, JsonToken token, JsonParser parser)
      throws IOException {
    if (token.isStructStart()) {
      parser.skipChildren();
      problems.put(meaning, "has no plain value for the " + meaning.inWords());
      return;
    }
    String value = token == JsonToken.VALUE_NULL ? "" : parser.getText().strip();
    if (token == JsonToken.VALUE_STRING && !utf8.canEncode(value)) {
      problems.put(meaning, "has half a character (a lone surrogate) in the " + meaning.inWords());
    }
    values.put(meaning, value);
  }

  private RatingsColumn meaning(String name) {
    RatingsColumn known = meanings.get(name);
    if (known != null) {
      return known;
    }
    String compared = ColumnNames.of(List.of(name)).names().getFirst();
    RatingsColumn found =
        columns.stream()
            .filter(column -> column.names().contains(compared))
            .findFirst()
            .orElse(RatingsColumn.IGNORED);
    if (meanings.size() < MOST_NAMES) {
      meanings.put(name, found);
      if (found == RatingsColumn.IGNORED) {
        ignored.add(name);
      }
    }
    return found;
  }

  private static boolean isOwn(RatingsColumn meaning, String name) {
    return meaning != RatingsColumn.IGNORED
        && meaning.names().getFirst().equals(ColumnNames.of(List.of(name)).names().getFirst());
  }
}
