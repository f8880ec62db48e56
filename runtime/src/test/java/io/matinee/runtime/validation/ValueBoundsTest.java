package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.Value;
import com.google.protobuf.WireFormat;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of requests: what they may hold, and that the rest is refused before it is parsed. */
class ValueBoundsTest {
  private static final Value NUMBER = Value.newBuilder().setNumberValue(1).build();
  private static final Violation BROKEN = ValueBounds.broken().within("ranking.hyper_parameters");
  private static final int DEEP_BYTES = 4 << 20;

  private final WireLists lists = WireLists.of(TrainModelRequest.getDescriptor());
  private final RequestRules rules = new RequestRules();

  static Stream<Value> allowed() {
    return Stream.of(
        Value.getDefaultInstance(),
        NUMBER,
        Value.newBuilder().setBoolValue(true).build(),
        Value.newBuilder().setStringValue("é".repeat(128)).build(),
        list(Collections.nCopies(64, NUMBER)));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void aValueThatKeepsTheBoundsPasses(Value value) throws IOException {
    assertThat(lists.tooLong(request(value).toByteArray())).isEmpty();
    assertThat(rules.violations(request(value))).isEmpty();
    assertThat((long) request(value).getSerializedSize())
        .isLessThan(LargestMessage.bytes(TrainModelRequest.getDescriptor()).orElseThrow());
  }

  static Stream<Value> nested() {
    return Stream.of(
        Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build(),
        list(Collections.nCopies(65, NUMBER)),
        list(List.of(NUMBER, list(List.of()))),
        list(List.of(Value.newBuilder().setStructValue(Struct.getDefaultInstance()).build())),
        list(List.of(Value.newBuilder().setStringValue("16").build())));
  }

  @ParameterizedTest
  @MethodSource("nested")
  void whatNestsOrIsTooLongIsFoundOnTheWire(Value value) throws IOException {
    assertThat(lists.tooLong(request(value).toByteArray())).contains(BROKEN);
  }

  @Test
  void aListInPartsIsCountedAsTheOneThatItBecomes() throws IOException {
    byte[] part = list(Collections.nCopies(33, NUMBER)).toByteArray();
    byte[] value = ByteBuffer.allocate(2 * part.length).put(part).put(part).array();
    assertThat(Value.parseFrom(value).getListValue().getValuesCount()).isEqualTo(66);
    assertThat(lists.tooLong(around(value))).contains(BROKEN);
  }

  /** A parser would give up at a hundred levels, having made as many objects for each of them. */
  @Test
  void howDeepItNestsPlaysNoPart() throws IOException {
    byte[] bytes = new byte[DEEP_BYTES];
    int from = DEEP_BYTES;
    while (from > 64) {
      from = wrapped(ListValue.VALUES_FIELD_NUMBER, bytes, from);
      from = wrapped(Value.LIST_VALUE_FIELD_NUMBER, bytes, from);
    }
    byte[] request = around(Arrays.copyOfRange(bytes, from, DEEP_BYTES));

    assertThat(lists.tooLong(request)).contains(BROKEN);
  }

  @Test
  void aTextThatIsTooLongIsFoundOnceItIsParsed() throws IOException {
    Message request = request(Value.newBuilder().setStringValue("a".repeat(257)).build());
    assertThat(lists.tooLong(request.toByteArray())).isEmpty();
    assertThat(rules.violations(request))
        .containsExactly(ValueBounds.broken().within("ranking.hyper_parameters[\"key\"]"));
  }

  @Test
  void aTextIsAsPlainAsAnyOther() {
    assertThat(rules.violations(request(Value.newBuilder().setStringValue("\0").build())))
        .extracting(Violation::rule)
        .containsExactly("string.no_nul");
  }

  /** Makes a field of what lies from a place to the end; returns where the field begins. */
  private static int wrapped(int field, byte[] bytes, int from) throws IOException {
    int length = bytes.length - from;
    int head = 1 + CodedOutputStream.computeUInt32SizeNoTag(length);
    CodedOutputStream output = CodedOutputStream.newInstance(bytes, from - head, head);
    output.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    output.writeUInt32NoTag(length);
    return from - head;
  }

  /** A request with a value of any bytes. */
  private static byte[] around(byte[] value) {
    byte[] pair = field(2, value);
    byte[] choice = field(AlgorithmChoice.HYPER_PARAMETERS_FIELD_NUMBER, pair);
    return field(TrainModelRequest.RANKING_FIELD_NUMBER, choice);
  }

  private static byte[] field(int number, byte[] bytes) {
    UnknownFieldSet.Field field =
        UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.copyFrom(bytes)).build();
    return UnknownFieldSet.newBuilder().addField(number, field).build().toByteArray();
  }

  private static Value list(List<Value> values) {
    return Value.newBuilder().setListValue(ListValue.newBuilder().addAllValues(values)).build();
  }

  private static TrainModelRequest request(Value value) {
    return TrainModelRequest.newBuilder()
        .setModel("models/m")
        .setDataset("datasets/d")
        .setRanking(AlgorithmChoice.newBuilder().putHyperParameters("key", value))
        .build();
  }
}
