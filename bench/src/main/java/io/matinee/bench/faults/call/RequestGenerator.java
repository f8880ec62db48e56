package io.matinee.bench.faults.call;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Messages of any type, from its descriptor alone: the same generator state gives the same message.
 * Immutable.
 */
public final class RequestGenerator {
  private static final int DEEPEST = 5;
  private static final double SHARE_OF_FIELDS = .8;
  private static final int FEW_ITEMS = 3;
  private static final int MANY_ITEMS = 5_000;

  /** What a list may come to, in bytes: beyond it no server takes the message anyway. */
  private static final int LONGEST_LIST = 5_000_000;

  private final FieldValues values;

  /**
   * Makes a generator.
   *
   * @param vocabulary of the suite that the requests go to
   */
  public RequestGenerator(Vocabulary vocabulary) {
    this.values = new FieldValues(vocabulary);
  }

  /**
   * Draws a message.
   *
   * @param oddity the share of values that break their contract or test its bounds, 0 to 1
   */
  public Message draw(Descriptor type, double oddity, RandomGenerator random) {
    return message(type, oddity, DEEPEST, random);
  }

  private DynamicMessage message(
      Descriptor type, double oddity, int depth, RandomGenerator random) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    Set<FieldDescriptor> leftOut = unchosen(type.getOneofs(), random);
    for (FieldDescriptor field : type.getFields()) {
      boolean tooDeep = depth == 0 && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
      if (random.nextDouble() < SHARE_OF_FIELDS && !tooDeep && !leftOut.contains(field)) {
        set(message, field, oddity, depth, random);
      }
    }
    return message.build();
  }

  private void set(
      DynamicMessage.Builder message,
      FieldDescriptor field,
      double oddity,
      int depth,
      RandomGenerator random) {
    if (!field.isRepeated()) {
      message.setField(field, value(field, oddity, depth, random));
      return;
    }
    int items = items(field, Boldness.draw(oddity, random), random);
    if (items > FEW_ITEMS) {
      Object same = value(field, oddity, depth, random);
      int room = LONGEST_LIST / Math.max(1, length(same));
      message.setField(field, Collections.nCopies(Math.min(items, room), same));
      return;
    }
    for (int i = 0; i < items; i++) {
      message.addRepeatedField(field, value(field, oddity, depth, random));
    }
  }

  private static int length(Object value) {
    return switch (value) {
      case Message message -> message.getSerializedSize();
      case String text -> text.length();
      case ByteString bytes -> bytes.size();
      default -> Long.BYTES;
    };
  }

  private Object value(FieldDescriptor field, double oddity, int depth, RandomGenerator random) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        ? message(field.getMessageType(), oddity, depth - 1, random)
        : values.draw(field, Boldness.draw(oddity, random), random);
  }

  private static int items(FieldDescriptor field, Boldness boldness, RandomGenerator random) {
    long bound = FieldBounds.of(field).items();
    return switch (boldness) {
      case FITTING -> 1 + random.nextInt(FEW_ITEMS);
      case BORDERLINE -> (int) Math.min(bound + random.nextInt(2), MANY_ITEMS);
      case ODD -> random.nextInt(MANY_ITEMS);
    };
  }

  private static Set<FieldDescriptor> unchosen(
      List<OneofDescriptor> choices, RandomGenerator random) {
    Set<FieldDescriptor> unchosen = new HashSet<>();
    for (OneofDescriptor choice : choices) {
      unchosen.addAll(choice.getFields());
      unchosen.remove(choice.getField(random.nextInt(choice.getFieldCount())));
    }
    return unchosen;
  }
}
