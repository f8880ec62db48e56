package io.matinee.model.ratings;

import java.lang.foreign.MemorySegment;
import java.util.Collection;
import java.util.List;

/**
 * Identifiers of users or movies and their indices, 0 to {@link #size()} - 1.
 *
 * <p>Identifiers are sorted: by value when every one of them is an integer of at most 18 digits, by
 * {@link String#compareTo} otherwise. The order of indices therefore <em>is</em> the order that
 * breaks ties everywhere. Immutable and thread-safe.
 */
public abstract sealed class IdDictionary permits ListedIds, MappedIds {
  IdDictionary() {}

  /**
   * Sorts the identifiers and numbers them; they stay on the heap.
   *
   * @param ids identifiers in any order; equal ones count once
   */
  public static IdDictionary of(Collection<String> ids) {
    return ListedIds.sorted(ids);
  }

  /**
   * Reads identifiers where they lie, without a copy. The owner of the memory must outlive the
   * dictionary.
   *
   * @param starts i64 [size + 1], where each identifier begins in the text; the last is its length
   * @param text the identifiers in UTF-8, one after the other
   * @throws IllegalArgumentException if the arrays do not fit together, or are not in order
   */
  public static IdDictionary mapped(MemorySegment starts, MemorySegment text) {
    return MappedIds.checked(starts, text);
  }

  /** Returns the number of identifiers. */
  public abstract int size();

  /**
   * Returns the identifier of an index.
   *
   * @throws IndexOutOfBoundsException if the index is not in [0, size)
   */
  public abstract String id(int index);

  /** Returns the index of an identifier, or -1 when it is unknown. */
  public abstract int indexOf(String id);

  /** All identifiers in the order of their indices, as an unmodifiable view. */
  public List<String> ids() {
    return new IdList(this);
  }
}
