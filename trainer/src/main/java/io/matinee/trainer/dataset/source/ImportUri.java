package io.matinee.trainer.dataset.source;

import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * URIs of imports: of the scheme {@code file}, for places on this machine.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8089">RFC 8089</a>
 */
public final class ImportUri {
  private static final String FILE = "file";
  private static final String LOCALHOST = "localhost";
  private static final int ESCAPE_LENGTH = 3;

  private ImportUri() {}

  /**
   * Returns the path that a URI stands for; whether it may be read is {@link ImportRoots}' to say.
   *
   * @throws MatineeException INVALID_REQUEST when it is no {@code file} URI of an absolute path, or
   *     has a host, a query or a fragment
   */
  public static Path path(String uri) {
    try {
      return Path.of(pathText(uri));
    } catch (InvalidPathException unusable) {
      throw refused(
          "is not a path on the trainer's machine; for other letters than ASCII start the trainer with LC_ALL=C.UTF-8");
    }
  }

  /** Returns the path as text: percent-encoding is decoded once, all else stays as it is. */
  static String pathText(String uri) {
    URI parsed = parse(uri);
    String scheme = parsed.getScheme();
    if (scheme == null) {
      throw refused("must begin with a scheme; write \"file:\" before an absolute path");
    }
    if (!scheme.equalsIgnoreCase(FILE)) {
      throw refused(
          "has the scheme %s; the one that is known is file".formatted(Excerpt.of(scheme)));
    }
    String authority = parsed.getRawAuthority();
    if (authority != null && !authority.equalsIgnoreCase(LOCALHOST)) {
      throw refused("must have no host: the files lie on the trainer's machine");
    }
    if (parsed.getRawQuery() != null || parsed.getRawFragment() != null) {
      throw refused("must have no query and no fragment; write ? as %3F and # as %23");
    }
    String path = parsed.getRawPath();
    if (path == null || !path.startsWith("/")) {
      throw refused("must name an absolute path");
    }
    return decoded(path);
  }

  private static URI parse(String uri) {
    try {
      return new URI(uri);
    } catch (URISyntaxException malformed) {
      throw refused("is not a URI; write characters that it cannot hold as their bytes: %20");
    }
  }

  private static String decoded(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    int position = 0;
    while (position < path.length()) {
      if (path.charAt(position) == '%') {
        bytes.write(HexFormat.fromHexDigits(path, position + 1, position + ESCAPE_LENGTH));
        position += ESCAPE_LENGTH;
      } else {
        int character = path.codePointAt(position);
        bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
        position += Character.charCount(character);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException otherBytes) {
      throw refused("must encode the bytes of UTF-8");
    }
  }

  private static MatineeException refused(String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, "uri " + problem + ".")
        .onField("uri", problem);
  }
}
