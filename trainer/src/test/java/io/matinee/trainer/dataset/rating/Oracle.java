package io.matinee.trainer.dataset.rating;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.form.RatingsHeader;
import io.matinee.trainer.dataset.form.RatingsLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a ratings file says, read a second time and otherwise: by strings and patterns, slowly, and
 * with nothing of the importer. Bytes are characters of ISO-8859-1 until they are an id.
 */
public final class Oracle {
  private static final int LONGEST = 1 << 16;
  private static final Pattern RATING =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private final String text;
  private final String lineEnd;
  private final String delimiter;
  private final boolean quoted;
  private final RatingsHeader header;
  private final RatingScale scale;
  private final OracleTimes numbers;
  private final List<String> firstTimes = new ArrayList<>();
  private final Map<String, String> latest = new LinkedHashMap<>();
  private final Map<String, Long> times = new LinkedHashMap<>();
  private final List<Long> rejected = new ArrayList<>();
  private final List<int[]> rejectedParts = new ArrayList<>();
  private long rows;

  /** What a file with a layout says, numbers among its times being what the first of them are. */
  public static Oracle ofImport(byte[] file, RatingsLayout.Delimited layout, RatingScale scale) {
    List<String> firstTimes = new Oracle(file, layout, scale, OracleTimes.SECONDS).firstTimes;
    return new Oracle(file, layout, scale, OracleTimes.of(firstTimes));
  }

  Oracle(byte[] file, RatingsLayout.Delimited layout, RatingScale scale, OracleTimes numbers) {
    this.text = new String(file, StandardCharsets.ISO_8859_1);
    Matcher firstEnd = Pattern.compile("\r\n|\n|\r").matcher(text);
    this.lineEnd = firstEnd.find() && firstEnd.group().equals("\r") ? "\r" : "\n";
    this.delimiter = layout.delimiter().text();
    this.quoted = layout.quoted();
    this.header = layout.header();
    this.scale = scale;
    this.numbers = numbers;
    read();
  }

  /** The data rows, good or bad. */
  public long rows() {
    return rows;
  }

  /** The ratings as "user,movie,rating,time", sorted, of repeated ones the latest. */
  public List<String> ratings() {
    return latest.values().stream().sorted().toList();
  }

  /** The lines on which bad rows begin. */
  public List<Long> rejected() {
    return rejected;
  }

  /** The file without the rows that are bad. */
  byte[] withoutRejected() {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (int[] part : rejectedParts) {
      rest.append(text, from, part[0]);
      from = part[1];
    }
    return rest.append(text.substring(from)).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void read() {
    int at = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    Matcher separator =
        Pattern.compile("(?i)\"?sep=[^\r\n]{0,2}\"?" + (lineEnd.equals("\n") ? "\r?\n" : "\r"))
            .matcher(text);
    boolean separated = separator.region(at, text.length()).lookingAt();
    at = separated ? separator.end() : at;
    long line = separated ? 2 : 1;
    boolean headed = !header.present();
    while (at < text.length()) {
      Optional<List<String>> fields = Optional.empty();
      int end = lineEndFrom(at);
      if (quoted) {
        Quoted attempt = new Quoted(at);
        if (!attempt.any) {
          fields = plain(at, end);
        } else if (attempt.sound) {
          end = attempt.at;
          fields = Optional.of(attempt.fields);
        }
      } else {
        fields = plain(at, end);
      }
      String row = text.substring(at, end);
      int next = Math.min(text.length(), end + 1);
      if (!strip(row).isEmpty()) {
        if (headed) {
          rows++;
          look(fields.orElse(List.of()));
          if (fields.isEmpty() || !take(fields.get())) {
            rejected.add(line);
            rejectedParts.add(new int[] {at, next});
          }
        }
        headed = true;
      }
      line += 1 + (fields.isEmpty() ? 0 : row.chars().filter(c -> c == lineEnd.charAt(0)).count());
      at = next;
    }
  }

  private int lineEndFrom(int at) {
    int end = text.indexOf(lineEnd, at);
    return end < 0 ? text.length() : end;
  }

  private Optional<List<String>> plain(int at, int end) {
    if (end - at > LONGEST) {
      return Optional.empty();
    }
    String row = text.substring(at, end);
    String[] parts =
        delimiter.equals(" ")
            ? row.replaceAll("^ +| *\r?$", "").split(" +", -1)
            : row.split(Pattern.quote(delimiter), -1);
    return Optional.of(Arrays.stream(parts).map(Oracle::strip).toList());
  }

  /** A row that may have quoted fields. */
  private final class Quoted {
    private final List<String> fields = new ArrayList<>();
    private boolean any;
    private boolean sound;
    private int at;

    private Quoted(int from) {
      boolean runs = delimiter.equals(" ");
      String blank = delimiter.equals("\t") ? " *" : runs ? "\t*" : "[ \t]*";
      String stop = "(" + Pattern.quote(delimiter) + "|\r?\n|\r?\\z)";
      if (lineEnd.equals("\r")) {
        stop = "(" + Pattern.quote(delimiter) + "|\r|\\z)";
      }
      if (runs) {
        stop = lineEnd.equals("\r") ? "( *\r| *\\z| +)" : "( *\r?\n| *\r?\\z| +)";
      }
      Pattern inQuotes = Pattern.compile(blank + "\"((?:[^\"]|\"\")*+)\"" + blank + stop);
      Pattern plain = Pattern.compile("([^" + Pattern.quote(delimiter) + lineEnd + "]*+)" + stop);
      Pattern begins = Pattern.compile(blank + "\"");
      at = from;
      while (runs && at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      int last = Math.min(text.length(), from + LONGEST);
      while (true) {
        Matcher quote = begins.matcher(text).region(at, text.length());
        boolean opened = quote.lookingAt();
        any |= opened;
        Matcher field =
            (opened ? inQuotes : plain)
                .matcher(text)
                .region(at, text.length())
                .useAnchoringBounds(false);
        if (!field.lookingAt() || field.end(2) > last + 1) {
          return;
        }
        String content = field.group(1);
        fields.add(strip(opened ? content.replace("\"\"", "\"") : content));
        at = field.end(2);
        boolean goesOn =
            runs
                ? at < text.length() && field.group(2).matches(" +")
                : field.group(2).equals(delimiter);
        if (!goesOn) {
          at = field.end(2) - (field.group(2).isEmpty() ? 0 : 1);
          sound = at < last || (at == last && last == text.length());
          return;
        }
      }
    }
  }

  private void look(List<String> fields) {
    if (rows <= OracleTimes.LOOKED_AT
        && header.timestamp() >= 0
        && fields.size() == header.fields()) {
      firstTimes.add(fields.get(header.timestamp()));
    }
  }

  private boolean take(List<String> fields) {
    if (fields.size() != header.fields()) {
      return false;
    }
    Optional<String> user = id(fields.get(header.user()));
    Optional<String> movie = id(fields.get(header.movie()));
    Optional<Float> rating =
        header.rating() < 0 ? Optional.of(scale.maximum()) : rating(fields.get(header.rating()));
    Optional<Long> time =
        header.timestamp() < 0 ? Optional.of(-1L) : numbers.read(fields.get(header.timestamp()));
    if (Stream.of(user, movie, rating, time).anyMatch(Optional::isEmpty)) {
      return false;
    }
    String key = user.get() + "\0" + movie.get();
    if (times.getOrDefault(key, Long.MIN_VALUE) <= time.get()) {
      times.put(key, time.get());
      latest.put(
          key,
          "%s,%s,%s,%s"
              .formatted(user.get(), movie.get(), rating.get(), time.get() < 0 ? "-" : time.get()));
    }
    return true;
  }

  private static Optional<String> id(String field) {
    boolean control = field.chars().anyMatch(c -> c < ' ' || c == 0x7F);
    if (field.isEmpty() || control) {
      return Optional.empty();
    }
    byte[] bytes = field.getBytes(StandardCharsets.ISO_8859_1);
    String id;
    try {
      id = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      id = new String(bytes, Charset.forName("windows-1252"));
    }
    return id.getBytes(StandardCharsets.UTF_8).length <= 256 ? Optional.of(id) : Optional.empty();
  }

  private Optional<Float> rating(String field) {
    if (!RATING.matcher(field).matches()) {
      return Optional.empty();
    }
    float rating = Float.parseFloat(field) + 0f;
    return scale.contains(rating) ? Optional.of(rating) : Optional.empty();
  }

  private static String strip(String field) {
    return field.replaceAll("^[ \t\r\n]+", "").replaceAll("[ \t\r\n]+$", "");
  }
}
