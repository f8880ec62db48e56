package io.matinee.model.metric;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is defined for the same users: one draw of them serves all of it.
 *
 * @param <T> samples or pairs of them
 * @param users the users, at least one
 * @param items what is defined for them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record SameUsers<T>(int[] users, List<T> items) {

  /** Groups items; those that are defined for nobody are in no group. */
  static <T> Collection<SameUsers<T>> group(Collection<T> items, UsersOf<T> usersOf) {
    Map<IntBuffer, SameUsers<T>> groups = new LinkedHashMap<>();
    for (T item : items) {
      int[] users = usersOf.users(item);
      if (users.length > 0) {
        groups
            .computeIfAbsent(
                IntBuffer.wrap(users), same -> new SameUsers<>(users, new ArrayList<>()))
            .items()
            .add(item);
      }
    }
    return groups.values();
  }

  /** Whom an item is defined for. */
  @FunctionalInterface
  interface UsersOf<T> {
    /** Returns the users, ascending. */
    int[] users(T item);
  }
}
