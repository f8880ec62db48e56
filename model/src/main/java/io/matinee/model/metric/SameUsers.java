package io.matinee.model.metric;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples that are defined for the same users, no more than can be resampled at once.
 *
 * @param users the users, at least one
 * @param samples the samples
 * @param places where each sample stood in the list that was grouped
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
record SameUsers(int[] users, List<Sample> samples, List<Integer> places) {

  /** Groups samples; those that are defined for nobody are in no group. */
  static List<SameUsers> group(List<Sample> samples) {
    Map<IntBuffer, List<SameUsers>> byUsers = new LinkedHashMap<>();
    for (int place = 0; place < samples.size(); place++) {
      int[] users = samples.get(place).users();
      if (users.length > 0) {
        add(
            samples.get(place),
            place,
            byUsers.computeIfAbsent(IntBuffer.wrap(users), u -> new ArrayList<>()),
            users);
      }
    }
    return byUsers.values().stream().flatMap(List::stream).toList();
  }

  private static void add(Sample sample, int place, List<SameUsers> groups, int[] users) {
    if (groups.isEmpty() || !groups.getLast().hasRoomFor(sample)) {
      int[] same = groups.isEmpty() ? users : groups.getFirst().users();
      groups.add(new SameUsers(same, new ArrayList<>(), new ArrayList<>()));
    }
    groups.getLast().samples().add(sample);
    groups.getLast().places().add(place);
  }

  private boolean hasRoomFor(Sample sample) {
    int taken = samples.stream().mapToInt(Resampling::width).sum();
    return taken + Resampling.width(sample) <= Resampling.WIDTH;
  }
}
