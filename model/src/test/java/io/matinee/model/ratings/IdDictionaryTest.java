package io.matinee.model.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
}
