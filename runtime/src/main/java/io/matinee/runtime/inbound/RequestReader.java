package io.matinee.runtime.inbound;

import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.validation.Violation;
import io.matinee.runtime.validation.WireLists;
import java.io.IOException;
import java.util.Optional;

/**
 * Makes requests of one type from their bytes. Its lists are counted first; fields that this
 * release does not know are dropped. Thread safe.
 */
public final class RequestReader {
  private final String type;
  private final WireLists lists;
  private final Parser<? extends Message> parser;

  /** Makes a reader of requests like the given one. */
  public RequestReader(Message prototype) {
    this.type = prototype.getDescriptorForType().getFullName();
    this.lists = WireLists.of(prototype.getDescriptorForType());
    this.parser = DiscardUnknownFieldsParser.wrap(prototype.getParserForType());
  }

  /**
   * Returns the request.
   *
   * @throws MatineeException INVALID_REQUEST when the bytes are not such a request, or a list is
   *     too long
   */
  public Message read(byte[] bytes) {
    try {
      Optional<Violation> tooLong = lists.tooLong(bytes);
      if (tooLong.isPresent()) {
        throw refusal(tooLong.get());
      }
      return parser.parseFrom(bytes);
    } catch (IOException malformed) {
      throw malformed(malformed);
    }
  }

  private MatineeException malformed(IOException problem) {
    String text = "the bytes are not a %s: %s".formatted(type, problem.getMessage());
    return MatineeException.of(Reason.INVALID_REQUEST, text, problem);
  }

  private static MatineeException refusal(Violation tooLong) {
    String text = tooLong.field() + ": " + tooLong.problem();
    return MatineeException.of(Reason.INVALID_REQUEST, text)
        .onField(tooLong.field(), tooLong.problem());
  }
}
