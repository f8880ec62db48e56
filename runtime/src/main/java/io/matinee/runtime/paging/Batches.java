package io.matinee.runtime.paging;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A list that is read a few items at a time, as far as somebody goes: the items may be large, and
 * how many of them a page has room for is known only when they are there. Can be iterated again and
 * again, from the beginning.
 *
 * @param <T> what is listed
 * @param size how many items to read at once
 * @param source reads them
 */
public record Batches<T>(int size, Source<T> source) implements Iterable<T> {
  private static final int MOST = 16;

  /**
   * Reads a part of a list.
   *
   * @param <T> what is listed
   */
  @FunctionalInterface
  public interface Source<T> {
    /**
     * Returns the items behind one.
     *
     * @param last the item; empty for the beginning of the list
     * @param limit how many at most; fewer are the last ones
     */
    List<T> behind(Optional<T> last, int limit);
  }

  /** Returns a list for a page, of which no more is read at once than it may hold, and one. */
  public static <T> Batches<T> of(PageRoom room, Source<T> source) {
    return new Batches<>(Math.min(MOST, room.mostItems() + 1), source);
  }

  @Override
  public Iterator<T> iterator() {
    return new Reading();
  }

  /** How far somebody has gone. */
  private final class Reading implements Iterator<T> {
    private List<T> batch = source.behind(Optional.empty(), size);
    private int next;

    @Override
    public boolean hasNext() {
      if (next == size) {
        batch = source.behind(Optional.of(batch.getLast()), size);
        next = 0;
      }
      return next < batch.size();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return batch.get(next++);
    }
  }
}
