package io.matinee.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import io.matinee.proto.trainer.v1.ListEvaluationsRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page holds, and how much of a list is read for it. */
class PageTest {
  private static final ListEvaluationsRequest REQUEST = ListEvaluationsRequest.getDefaultInstance();

  private final List<Integer> read = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1,2", "15,16", "1000,16"})
  void readsFewOfManyLargeItems(int pageSize, int most) {
    Page<StringValue> page = page(pageSize, Optional.empty(), 1_000, 400_000);
    assertThat(page.items()).hasSize(Math.min(pageSize, 2));
    assertThat(page.nextToken()).isNotEmpty();
    assertThat(read).hasSizeLessThanOrEqualTo(most);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "15,7", "16,16", "32,5", "33,100"})
  void pagesHoldEveryItemOnceInTheirOrder(int items, int pageSize) {
    List<Integer> listed = new ArrayList<>();
    Optional<PageToken> token = Optional.empty();
    do {
      Page<StringValue> page = page(pageSize, token, items, 1);
      page.items().forEach(item -> listed.add(item.getValue().codePointAt(0)));
      token = Page.start(REQUEST, page.nextToken());
    } while (token.isPresent());
    assertThat(listed).isEqualTo(IntStream.range(0, items).boxed().toList());
  }

  @Test
  void readsNothingBehindTheEnd() {
    assertThat(page(1_000, Optional.empty(), 20, 1).items()).hasSize(20);
    assertThat(read).hasSize(20);
  }

  private Page<StringValue> page(int pageSize, Optional<PageToken> token, int items, int length) {
    int first = token.map(position -> (int) position.number(0)).orElse(0);
    PageRoom room = PageRoom.of(pageSize);
    Batches<Integer> found =
        Batches.of(room, (last, limit) -> read(last.map(i -> i + 1).orElse(first), items, limit));
    return Page.of(
        found,
        room,
        REQUEST,
        last -> new Object[] {last + 1L},
        item -> StringValue.of(Character.toString(item).repeat(length)));
  }

  private List<Integer> read(int from, int items, int limit) {
    List<Integer> batch = IntStream.range(from, Math.min(items, from + limit)).boxed().toList();
    read.addAll(batch);
    return batch;
  }
}
