package io.matinee.runtime.operation.call;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.operation.OperationNames;
import io.matinee.runtime.operation.OperationState;

/**
 * Operations as messages.
 *
 * @param names how they are named
 * @param contents what they carry
 */
public record OperationMessages(OperationNames names, OperationContents contents) {
  /** Returns an operation as a message. */
  public Operation of(io.matinee.runtime.operation.Operation operation) {
    Operation.Builder message =
        Operation.newBuilder()
            .setName(names.of(operation.id()))
            .setDone(operation.ended())
            .setMetadata(Any.pack(contents.metadata(operation)));
    if (operation.state() == OperationState.SUCCEEDED) {
      message.setResponse(Any.pack(contents.response(operation)));
    }
    operation
        .failure()
        .ifPresent(failure -> message.setError(ErrorStatus.message(failure.toException())));
    return message.build();
  }

  /** Returns a message as text, as results are kept. */
  public static String text(Message message) {
    try {
      return JsonFormat.printer().omittingInsignificantWhitespace().print(message);
    } catch (InvalidProtocolBufferException unprintable) {
      throw new IllegalStateException(unprintable);
    }
  }

  /** Returns a message from its text, which an earlier release may have written. */
  public static Message read(String text, Message.Builder message) {
    try {
      JsonFormat.parser().ignoringUnknownFields().merge(text, message);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalStateException("a kept result cannot be read", malformed);
    }
    return message.build();
  }
}
