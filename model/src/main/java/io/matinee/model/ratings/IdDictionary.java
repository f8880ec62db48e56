package io.matinee.model.ratings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Identifiers of users or movies and their indices, 0 to {@link #size()} - 1.
 *
 * <p>Identifiers are sorted: by value when every one of them is an integer of at most 18 digits, by
 * {@link String#compareTo} otherwise. The order of indices therefore <em>is</em> the order that
 * breaks ties everywhere. Immutable and thread-safe.
 */
public final class IdDictionary {
  private static final int EMPTY = -1;
  private static final Comparator<String> BY_VALUE =
      Comparator.<String>comparingLong(Long::parseLong).thenComparing(Comparator.naturalOrder());

  private final String[] ids;

  /** Open addressing with linear probing; the load is at most one half. */
  private final int[] slots;

  private IdDictionary(String[] ids) {
    this.ids = ids;
    this.slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, ids.length)) * 4)];
    Arrays.fill(slots, EMPTY);
    for (int index = 0; index < ids.length; index++) {
      slots[slotOf(ids[index])] = index;
    }
  }

  /**
   * Sorts the identifiers and numbers them.
   *
   * @param ids identifiers in any order; equal ones count once
   */
  public static IdDictionary of(Collection<String> ids) {
    boolean integers = ids.stream().allMatch(IdDictionary::isInteger);
    Comparator<String> order = integers ? BY_VALUE : Comparator.naturalOrder();
    return new IdDictionary(ids.stream().distinct().sorted(order).toArray(String[]::new));
  }

  /** The number of identifiers. */
  public int size() {
    return ids.length;
  }

  /**
   * The identifier of an index.
   *
   * @throws IndexOutOfBoundsException if the index is not in [0, size)
   */
  public String id(int index) {
    return ids[index];
  }

  /** The index of an identifier, or -1 when it is unknown. */
  public int indexOf(String id) {
    return slots[slotOf(id)];
  }

  /** All identifiers in the order of their indices, unmodifiable. */
  public List<String> ids() {
    return Collections.unmodifiableList(Arrays.asList(ids));
  }

  private int slotOf(String id) {
    int mask = slots.length - 1;
    int hash = id.hashCode() * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] != EMPTY && !ids[slots[slot]].equals(id)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static boolean isInteger(String id) {
    int start = id.startsWith("-") ? 1 : 0;
    int digits = id.length() - start;
    if (digits < 1 || digits > 18) {
      return false;
    }
    for (int position = start; position < id.length(); position++) {
      char character = id.charAt(position);
      if (character < '0' || character > '9') {
        return false;
      }
    }
    return true;
  }
}
