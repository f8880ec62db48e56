package io.matinee.trainer.algorithm.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Heap;
import org.junit.jupiter.api.Test;

/** What a fit says of its memory before it begins. */
class MemoryNeedTest {

  private static final long GIGABYTE = 1L << 30;
  private static final LikedSize LARGE = new LikedSize(138_493, 26_744, 10_000_000);

  @Test
  void countsTheMatrixOnceAndTheMoreOfMeasuringAndKeeping() {
    long tile = 128 * 128 * 8;
    LikedSize few = new LikedSize(128 * 9, 128 * 10, 5_000);
    LikedSize many = new LikedSize(100_000, 128 * 400, 2_000_000);
    long measuring = 2 * 500 * 51_200 * 4L + 51_200 * 20 + 100_000 * 8;
    long keeping = 51_200 * 500 * 16L + 51_200 * 20 + 100_000 * 8;

    assertThat(MemoryNeed.of(few, 1, 1).bytes())
        .isEqualTo(45 * tile + few.bytes() + 2 * 500 * 1280 * 4 + 1280 * 20 + 1152 * 8);
    assertThat(MemoryNeed.of(many, 1, 1).bytes())
        .isEqualTo(400 * 401 / 2 * tile + many.bytes() + measuring);
    assertThat(MemoryNeed.of(many, 500, 1).bytes()).isEqualTo(400 * 401 / 2 * tile + keeping);
    assertThat(many.bytes()).isEqualTo(4 * (4_000_000 + 100_000 + 2 * 51_200));
  }

  @Test
  void fitsWhereThereIsRoom() {
    assertThatCode(
            () ->
                MemoryNeed.of(new LikedSize(6_040, 3_706, 575_281), 200, 2).requireWithin(heap(2)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesWhatDoesNotFitNamingTheNeedTheHeapAndTheSetting() {
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> MemoryNeed.of(LARGE, 200, 2).requireWithin(heap(2)))
        .withMessageContaining("26,744 x 26,744 movies takes 2.")
        .withMessageContaining("of the worker's 2.00 GB")
        .withMessageContaining("raise MATINEE_TRAINER_WORKER_MEMORY to 3")
        .extracting(MatineeException::reason)
        .isEqualTo(Reason.OUT_OF_MEMORY);
  }

  @Test
  void namesASizeThatWouldDo() {
    MemoryNeed need = MemoryNeed.of(LARGE, 200, 2);
    long enough = Math.ceilDiv((long) (need.bytes() / .95), 1 << 20) << 20;

    assertThatCode(() -> need.requireWithin(new Heap(enough, 0))).doesNotThrowAnyException();
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> need.requireWithin(new Heap(enough - (1 << 20), 0)))
        .withMessageContaining("to " + (enough >> 20) + "m");
  }

  @Test
  void doesNotOverflow() {
    LikedSize vast = new LikedSize(Integer.MAX_VALUE, 1_000_000_000, Integer.MAX_VALUE);
    MemoryNeed need = MemoryNeed.of(vast, 1_000_000, 64);

    assertThat(need.bytes()).isGreaterThan(1L << 61);
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> need.requireWithin(new Heap(1L << 61, 0)));
  }

  @Test
  void refusesMoreWeightsThanAnArrayHoldsNamingTheMostThatFit() {
    LikedSize wide = new LikedSize(10_000, 3_000_000, 20_000_000);
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> MemoryNeed.of(wide, 1_000, 2).requireWithin(heap(1_000_000)))
        .withMessageContaining("3,000,000,000 weights")
        .withMessageContaining("set neighbours to at most 715");
  }

  private static Heap heap(long gigabytes) {
    return new Heap(gigabytes * GIGABYTE, 0);
  }
}
