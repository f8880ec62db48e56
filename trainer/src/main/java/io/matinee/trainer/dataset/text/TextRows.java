package io.matinee.trainer.dataset.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delimited text file line by line: UTF-8 where it is valid, else ISO-8859-1; LF or CRLF; a
 * byte order mark is skipped, as are blank lines. A line is one row; what goes beyond {@value
 * #MAXIMUM_LINE} characters of it is dropped, so that no file can exhaust the memory.
 */
public final class TextRows implements AutoCloseable {
  private static final int MAXIMUM_LINE = 1 << 16;
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final String delimiter;
  private final boolean quoted;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int limit;
  private long line;

  private TextRows(Reader reader, String delimiter, boolean quoted) {
    this.reader = reader;
    this.delimiter = delimiter;
    this.quoted = quoted;
  }

  /** Opens a file whose fields stand between delimiters and may be in double quotes if so said. */
  public static TextRows open(Path file, String delimiter, boolean quoted) throws IOException {
    Reader reader = new InputStreamReader(Files.newInputStream(file), charset(file));
    return new TextRows(reader, delimiter, quoted);
  }

  /** The next row, or null at the end. */
  public @Nullable TextRow next() throws IOException {
    for (String text = nextLine(); text != null; text = nextLine()) {
      if (!text.isBlank()) {
        return new TextRow(line, text, quoted ? splitQuoted(text) : split(text));
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private @Nullable String nextLine() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean any = false;
    for (int character = read(); character >= 0; character = read()) {
      any = true;
      if (character == '\n') {
        break;
      }
      if (text.length() < MAXIMUM_LINE) {
        text.append((char) character);
      }
    }
    if (!any) {
      return null;
    }
    line++;
    return cleaned(text);
  }

  private String cleaned(StringBuilder text) {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--; // the other half was dropped
    }
    int start = line == 1 && end > 0 && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    return text.substring(start, end);
  }

  private int read() throws IOException {
    if (position == limit) {
      limit = reader.read(buffer);
      position = 0;
      if (limit <= 0) {
        limit = 0;
        return -1;
      }
    }
    return buffer[position++];
  }

  private List<String> split(String text) {
    List<String> fields = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
      fields.add(text.substring(start, end).strip());
      start = end + delimiter.length();
    }
    fields.add(text.substring(start).strip());
    return fields;
  }

  private List<String> splitQuoted(String text) {
    if (text.indexOf('"') < 0) {
      return split(text);
    }
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean inQuotes = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' && inQuotes && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (character == '"') {
        inQuotes = !inQuotes;
      } else if (!inQuotes && text.startsWith(delimiter, i)) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(character);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }

  private static Charset charset(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (InputStream in = Files.newInputStream(file);
        Reader strict = new InputStreamReader(in, decoder)) {
      CharBuffer characters = CharBuffer.allocate(BUFFER);
      while (strict.read(characters) >= 0) {
        characters.clear();
      }
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException other) {
      return StandardCharsets.ISO_8859_1;
    }
  }
}
