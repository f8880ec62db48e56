package io.matinee.runtime.validation;

import build.buf.validate.FieldRules;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lists and maps of a type of message, counted on the wire: an item of two bytes becomes an
 * object of dozens, so that those that are too long are refused before there are any. Immutable.
 *
 * <p>Lists of numbers are not counted: they are no larger in memory than on the wire. A {@code
 * google.protobuf.Value} that breaks its {@link ValueBounds} is found here too, at the first object
 * or list in a list, so that nothing of it is followed down.
 */
public final class WireLists {
  /** A tag and a length. */
  private static final int SMALLEST_ITEM = 2;

  private static final WireLists VALUE = value();

  private final Map<Integer, Field> fields;
  private final long smallest;

  private WireLists(Map<Integer, Field> fields) {
    this.fields = fields;
    this.smallest =
        fields.values().stream().mapToLong(Field::smallest).min().orElse(Long.MAX_VALUE);
  }

  /** Returns the lists of a type of message, at any depth. */
  public static WireLists of(Descriptor type) {
    return of(type, new HashSet<>());
  }

  /**
   * Returns the first list or map that is longer than its contract allows; empty when none is.
   *
   * @throws IOException when the bytes are not a message
   */
  public Optional<Violation> tooLong(byte[] message) throws IOException {
    return message.length < smallest
        ? Optional.empty()
        : Optional.ofNullable(new Count(this).tooLong(CodedInputStream.newInstance(message)));
  }

  private static WireLists of(Descriptor type, Set<Descriptor> around) {
    Map<Integer, Field> fields = new HashMap<>();
    if (around.add(type)) {
      for (FieldDescriptor field : type.getFields()) {
        Field counted = field(field, fields.size(), around);
        if (counted != null) {
          fields.put(field.getNumber(), counted);
        }
      }
      around.remove(type);
    }
    return new WireLists(Map.copyOf(fields));
  }

  private static @Nullable Field field(FieldDescriptor field, int index, Set<Descriptor> around) {
    long most = most(field, StatedRules.of(field));
    WireLists inside = null;
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      Descriptor type = field.getMessageType();
      inside = ValueBounds.areOf(type) ? VALUE : of(type, around);
    }
    @Nullable WireLists lists = inside == null || inside.fields.isEmpty() ? null : inside;
    @Nullable Violation tooLong = isCounted(field) ? tooLong(field, most) : null;
    return lists == null && tooLong == null
        ? null
        : new Field(
            index, field.getName(), field.isRepeated(), field.isMapField(), most, tooLong, lists);
  }

  private static WireLists value() {
    WireLists item =
        new WireLists(
            Map.of(
                Value.STRING_VALUE_FIELD_NUMBER, refused(0, "string_value"),
                Value.STRUCT_VALUE_FIELD_NUMBER, refused(1, "struct_value"),
                Value.LIST_VALUE_FIELD_NUMBER, refused(2, "list_value")));
    Field items =
        new Field(0, "values", true, false, ValueBounds.NUMBERS, ValueBounds.broken(), item);
    WireLists list = new WireLists(Map.of(ListValue.VALUES_FIELD_NUMBER, items));
    return new WireLists(
        Map.of(
            Value.STRUCT_VALUE_FIELD_NUMBER,
            refused(0, "struct_value"),
            Value.LIST_VALUE_FIELD_NUMBER,
            new Field(1, "list_value", false, false, Long.MAX_VALUE, null, list)));
  }

  private static Field refused(int index, String name) {
    return new Field(index, name, true, false, 0, ValueBounds.broken(), null);
  }

  private static boolean isCounted(FieldDescriptor field) {
    return field.isRepeated()
        && switch (field.getJavaType()) {
          case STRING, BYTE_STRING, MESSAGE -> true;
          case BOOLEAN, INT, LONG, FLOAT, DOUBLE, ENUM -> false;
        };
  }

  private static @Nullable Violation tooLong(FieldDescriptor field, long most) {
    if (most == Long.MAX_VALUE) {
      return null;
    }
    Violation tooLong = field.isMapField() ? MapCheck.tooLarge(most) : ListCheck.tooLong(most);
    return tooLong.within(field.getName());
  }

  private static long most(FieldDescriptor field, FieldRules rules) {
    if (field.isMapField()) {
      return MapCheck.most(rules.getMap());
    }
    return field.isRepeated() ? ListCheck.most(rules.getRepeated()) : Long.MAX_VALUE;
  }

  /**
   * A list, a map, or a message that holds some.
   *
   * @param index its place among the counts of its message
   * @param name its name
   * @param repeated whether it has items, or must not be there
   * @param map whether the items are pairs
   * @param most how many at most
   * @param tooLong what is said of more
   * @param inside the lists in it, or in each of its items
   */
  private record Field(
      int index,
      String name,
      boolean repeated,
      boolean map,
      long most,
      @Nullable Violation tooLong,
      @Nullable WireLists inside) {
    /** Returns how many bytes a list that is too long has at least, this or one inside. */
    long smallest() {
      long own = tooLong == null ? Long.MAX_VALUE : SMALLEST_ITEM * (most + 1);
      return inside == null ? own : Math.min(own, inside.smallest);
    }

    /**
     * Returns a violation of an item as seen from around the field; that of a pair as the map's.
     */
    Violation around(Violation inner, int item) {
      if (map) {
        return new Violation(name, inner.rule(), inner.problem());
      }
      return inner.within(repeated ? name + "[" + item + "]" : name);
    }
  }

  /** The items of one message so far; a message that comes in parts has one count. */
  private static final class Count {
    private final WireLists lists;
    private final int[] items;
    private final @Nullable Count[] inside;

    Count(WireLists lists) {
      this.lists = lists;
      this.items = new int[lists.fields.size()];
      this.inside = new Count[lists.fields.size()];
    }

    @Nullable Violation tooLong(CodedInputStream in) throws IOException {
      int before = 0;
      @Nullable Field field = null;
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (tag != before) { // Items of a list come one after another.
          field = lists.fields.get(WireFormat.getTagFieldNumber(tag));
          before = tag;
        }
        if (field == null
            || WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
          in.skipField(tag);
          continue;
        }
        Violation tooLong = tooLong(in, field);
        if (tooLong != null) {
          return tooLong;
        }
      }
      return null;
    }

    private @Nullable Violation tooLong(CodedInputStream in, Field field) throws IOException {
      int count = field.repeated ? ++items[field.index] : 0;
      if (count > field.most && field.tooLong != null) {
        return field.tooLong;
      }
      int length = in.readRawVarint32();
      if (field.inside == null) {
        in.skipRawBytes(length);
        return null;
      }
      Violation tooLong = insideOf(in, length, count(field));
      return tooLong == null ? null : field.around(tooLong, count - 1);
    }

    private Count count(Field field) {
      WireLists inner = Objects.requireNonNull(field.inside);
      if (field.repeated) {
        return new Count(inner);
      }
      Count known = inside[field.index];
      Count count = known == null ? new Count(inner) : known;
      inside[field.index] = count;
      return count;
    }

    private static @Nullable Violation insideOf(CodedInputStream in, int length, Count count)
        throws IOException {
      int around = in.pushLimit(length);
      Violation tooLong = count.tooLong(in);
      if (tooLong == null) {
        in.popLimit(around);
      }
      return tooLong;
    }
  }
}
