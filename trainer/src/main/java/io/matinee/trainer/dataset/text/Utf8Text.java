package io.matinee.trainer.dataset.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text file that can be read as UTF-8: itself, or a copy of the same name where a byte order mark
 * says that it is UTF-16.
 *
 * @param file the file to read
 * @param strayBytes how many of its bytes are no UTF-8
 */
public record Utf8Text(Path file, long strayBytes) {
  private static final int BUFFER = 1 << 16;

  /**
   * Makes a file readable.
   *
   * @param folder where a copy goes; made when needed
   * @param goOn is called again and again; what it throws ends the reading
   */
  public static Utf8Text of(Path file, Path folder, Runnable goOn) throws IOException {
    Path decoded = decoded(file, folder, goOn);
    return new Utf8Text(decoded, decoded.equals(file) ? strayBytes(file, goOn) : 0);
  }

  /**
   * Returns a file as it is, or the copy of one in UTF-16; the parameters are those of {@link #of}.
   */
  public static Path decoded(Path file, Path folder, Runnable goOn) throws IOException {
    return isUtf16(file) ? copy(file, folder, goOn) : file;
  }

  private static boolean isUtf16(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] mark = in.readNBytes(2);
      return mark.length == 2
          && ((mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF)
              || (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE));
    }
  }

  private static long strayBytes(Path file, Runnable goOn) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer characters = CharBuffer.allocate(BUFFER);
    long stray = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (boolean end = false; !end; bytes.compact()) {
        goOn.run();
        int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        end = read == 0;
        bytes.position(bytes.position() + read).flip();
        CoderResult result = decoder.decode(bytes, characters.clear(), end);
        while (result.isMalformed()) {
          stray += result.length();
          bytes.position(bytes.position() + result.length());
          result = decoder.decode(bytes, characters.clear(), end);
        }
      }
    }
    return stray;
  }

  private static Path copy(Path file, Path folder, Runnable goOn) throws IOException {
    Path copy = Files.createDirectories(folder).resolve(file.getFileName());
    try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_16);
        BufferedWriter out = Files.newBufferedWriter(copy)) {
      char[] buffer = new char[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        goOn.run();
        out.write(buffer, 0, read);
      }
    }
    return copy;
  }
}
