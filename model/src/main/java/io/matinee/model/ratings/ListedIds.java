package io.matinee.model.ratings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Identifiers on the heap, found by a hash table. */
final class ListedIds extends IdDictionary {
  private static final int EMPTY = -1;
  private static final Comparator<String> BY_VALUE =
      Comparator.<String>comparingLong(Long::parseLong).thenComparing(Comparator.naturalOrder());

  private final String[] ids;

  /** Open addressing with linear probing; the load is at most one half. */
  private final int[] slots;

  private ListedIds(String[] ids) {
    this.ids = ids;
    this.slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, ids.length)) * 4)];
    Arrays.fill(slots, EMPTY);
    for (int index = 0; index < ids.length; index++) {
      slots[slotOf(ids[index])] = index;
    }
  }

  static ListedIds sorted(Collection<String> ids) {
    boolean integers = ids.stream().allMatch(WholeNumbers::is);
    Comparator<String> order = integers ? BY_VALUE : Comparator.naturalOrder();
    return new ListedIds(ids.stream().distinct().sorted(order).toArray(String[]::new));
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public String id(int index) {
    return ids[index];
  }

  @Override
  public int indexOf(String id) {
    return slots[slotOf(id)];
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
}
