package io.matinee.model.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdDictionaryTest {
  @Test
  void ordersIntegersByValue() {
    assertThat(IdDictionary.of(List.of("10", "9", "-1", "007", "7")).ids())
        .containsExactly("-1", "007", "7", "9", "10");
  }

  @Test
  void ordersAsTextAsSoonAsOneIsNoInteger() {
    assertThat(IdDictionary.of(List.of("10", "9", "x")).ids()).containsExactly("10", "9", "x");
  }

  @Test
  void takesNumbersTooLongForALongAsText() {
    String long19 = "1000000000000000000";
    assertThat(IdDictionary.of(List.of("2", long19)).ids()).containsExactly(long19, "2");
  }

  @Test
  void mayBeEmpty() {
    IdDictionary empty = IdDictionary.of(List.of());
    assertThat(empty.size()).isZero();
    assertThat(empty.indexOf("1")).isEqualTo(-1);
    assertThatThrownBy(() -> empty.id(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Property(tries = 200, seed = "2016")
  void findsEveryIdAndNoOther(@ForAll List<String> ids, @ForAll String other) {
    IdDictionary dictionary = IdDictionary.of(ids);
    assertThat(dictionary.size()).isEqualTo((int) ids.stream().distinct().count());
    for (String id : ids) {
      assertThat(dictionary.id(dictionary.indexOf(id))).isEqualTo(id);
    }
    assertThat(dictionary.indexOf(other) >= 0).isEqualTo(ids.contains(other));
  }

  @Property(tries = 300, seed = "2016")
  void findsMappedTextAsListedText(
      @ForAll("texts") List<String> ids, @ForAll("texts") List<String> others) {
    requireSame(ids, others);
  }

  @Property(tries = 300, seed = "2016")
  void findsMappedIntegersAsListedOnes(
      @ForAll("integers") List<String> ids, @ForAll("integers") List<String> others) {
    requireSame(ids, others);
  }

  @Test
  void ordersSupplementaryCharactersAsStringsDo() {
    requireSame(List.of("\ud83c\udfac", "\uffe6", "\ue000", "\ud7ff", "a"), List.of("\ufffd"));
  }

  @Test
  void findsMappedIntegersWithGaps() {
    requireSame(
        List.of("-5", "0", "00", "1", "7", "1000", "999999999999999999"), List.of("2", "x", ""));
  }

  @Test
  void mayBeMappedAndEmpty() {
    IdDictionary empty = mapped(new long[1], "");
    assertThat(empty.size()).isZero();
    assertThat(empty.indexOf("1")).isEqualTo(-1);
    assertThatThrownBy(() -> empty.id(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refusesMappedIdsOutOfOrder() {
    assertRefused(new long[] {0, 1, 2}, "21", "ids that are not in order");
    assertRefused(new long[] {0, 1, 2}, "11", "ids that are not in order");
    assertRefused(new long[] {0, 2, 3}, "109", "ids that are not in order");
    assertRefused(new long[] {0, 2, 3}, "x09", "ids that are not in order");
    assertThat(mapped(new long[] {0, 1, 3, 5}, "1109x").size()).isEqualTo(3);
  }

  @Test
  void refusesMappedIdsWhoseStartsDoNotSpanTheText() {
    String problem = "ids whose starts do not span the text";
    assertRefused(new long[] {}, "", problem);
    assertRefused(new long[] {1, 2}, "12", problem);
    assertRefused(new long[] {0, 1}, "12", problem);
    assertRefused(new long[] {0, 2, 1, 2}, "12", problem);
    assertRefused(new long[] {0, Long.MAX_VALUE, 2}, "12", problem);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withCharRange(' ', '9')
        .withChars('\u00e9', '\ud7ff', '\ue000', '\uffe6')
        .ofMaxLength(6)
        .flatMap(text -> Arbitraries.of(text, text + "\ud83c\udfac", "\ud83c\udfac" + text))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<String>> integers() {
    Arbitrary<String> any = Arbitraries.longs().between(-99, 9999).map(String::valueOf);
    return any.flatMap(id -> Arbitraries.of(id, "00" + id.replace("-", ""))).list().ofMaxSize(40);
  }

  private static void requireSame(List<String> ids, List<String> others) {
    IdDictionary listed = IdDictionary.of(ids);
    long[] starts = new long[listed.size() + 1];
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < listed.size(); index++) {
      text.append(listed.id(index));
      starts[index + 1] = text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
    IdDictionary mapped = mapped(starts, text.toString());
    assertThat(mapped.ids()).isEqualTo(listed.ids());
    for (String id : ids) {
      assertThat(mapped.indexOf(id)).isEqualTo(listed.indexOf(id));
    }
    for (String other : others) {
      assertThat(mapped.indexOf(other)).isEqualTo(listed.indexOf(other));
    }
  }

  private static void assertRefused(long[] starts, String text, String problem) {
    assertThatThrownBy(() -> mapped(starts, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(problem);
  }

  private static IdDictionary mapped(long[] starts, String text) {
    return IdDictionary.mapped(
        MemorySegment.ofArray(starts),
        MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)));
  }
}
