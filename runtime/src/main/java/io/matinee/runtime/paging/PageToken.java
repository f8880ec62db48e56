package io.matinee.runtime.paging;

import io.matinee.model.digest.Sha256;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a list goes on: a position, bound by a checksum to the request that it continues. A token
 * that was made for another request, or was changed, is PAGE_TOKEN_INVALID. The checksum is no
 * secret: a token grants nothing that its request does not.
 *
 * @param fingerprint the digest of the request, see {@link io.matinee.runtime.digest.RequestDigest}
 * @param position the parts of the position, e.g. an offset or the last id that was sent
 */
public record PageToken(String fingerprint, List<String> position) {
  /** The most bytes of a token, as all contracts state it. */
  public static final int LONGEST = 16_384;

  private static final int CHECKSUM_BYTES = 12;
  private static final int LARGEST_INDEX = 1 << 30;

  /** Copies the position. */
  public PageToken {
    position = List.copyOf(position);
  }

  /** Returns a token; each part of the position is kept as its text. */
  public static PageToken of(String fingerprint, Object... position) {
    return new PageToken(fingerprint, Arrays.stream(position).map(String::valueOf).toList());
  }

  /**
   * Reads a token.
   *
   * @param token the text that the caller sent, not empty
   * @param fingerprint the fingerprint of the request that it came with
   * @throws MatineeException PAGE_TOKEN_INVALID when it is not a token of this request
   */
  public static PageToken decode(String token, String fingerprint) {
    if (token.length() > LONGEST) {
      throw invalid();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException malformed) {
      throw invalid();
    }
    if (bytes.length < CHECKSUM_BYTES) {
      throw invalid();
    }
    byte[] position = Arrays.copyOfRange(bytes, CHECKSUM_BYTES, bytes.length);
    byte[] checksum = Arrays.copyOf(bytes, CHECKSUM_BYTES);
    if (!MessageDigest.isEqual(checksum, checksum(fingerprint, position))) {
      throw invalid();
    }
    return new PageToken(fingerprint, split(position));
  }

  /** Returns the token as text, safe in URLs. */
  public String encode() {
    byte[] content = join(position);
    byte[] bytes =
        ByteBuffer.allocate(CHECKSUM_BYTES + content.length)
            .put(checksum(fingerprint, content))
            .put(content)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns a part of the position as text; PAGE_TOKEN_INVALID when there is none. */
  public String text(int part) {
    if (part >= position.size()) {
      throw invalid();
    }
    return position.get(part);
  }

  /** Returns a part of the position as a whole number; PAGE_TOKEN_INVALID when it is none. */
  public long number(int part) {
    try {
      return Long.parseLong(text(part));
    } catch (NumberFormatException malformed) {
      throw invalid();
    }
  }

  /**
   * Returns a part of the position as an index into a list; PAGE_TOKEN_INVALID when it is none.
   * Adding the size of a page to it never overflows.
   */
  public int index(int part) {
    long index = number(part);
    if (index < 0 || index > LARGEST_INDEX) {
      throw invalid();
    }
    return (int) index;
  }

  /**
   * Returns a part of the position as an index into a list of known length; PAGE_TOKEN_INVALID when
   * it is none.
   */
  public int index(int part, int length) {
    int index = index(part);
    if (index >= length) {
      throw invalid();
    }
    return index;
  }

  private static byte[] checksum(String fingerprint, byte[] content) {
    MessageDigest digest = Sha256.begin();
    digest.update(fingerprint.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return Arrays.copyOf(digest.digest(content), CHECKSUM_BYTES);
  }

  private static byte[] join(List<String> parts) {
    List<byte[]> encoded =
        parts.stream().map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
    int size = encoded.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    encoded.forEach(part -> bytes.putInt(part.length).put(part));
    return bytes.array();
  }

  private static List<String> split(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    List<String> parts = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
      if (length < 0 || length > bytes.remaining()) {
        throw invalid();
      }
      byte[] part = new byte[length];
      bytes.get(part);
      parts.add(new String(part, StandardCharsets.UTF_8));
    }
    return parts;
  }

  /** Returns the refusal of what is no token of the request that it came with. */
  public static MatineeException invalid() {
    String problem = "is not a token of this request; leave it empty to start over";
    return MatineeException.of(Reason.PAGE_TOKEN_INVALID, "page_token " + problem)
        .onField("page_token", problem);
  }
}
