package io.matinee.trainer.name;

import io.matinee.runtime.error.Excerpt;
import java.util.ArrayList;
import java.util.List;

/** Takes resource names apart: collections and ids in turn, e.g. {@code models/m/versions/3}. */
public final class ResourceName {

  private ResourceName() {}

  /**
   * Returns the ids in a name.
   *
   * @param name e.g. {@code models/m/versions/3}
   * @param collections what must stand before each id, e.g. {@code models}, {@code versions}
   * @return the ids in order, e.g. {@code m}, {@code 3}
   * @throws IllegalArgumentException when the name is built otherwise
   */
  public static List<String> ids(String name, String... collections) {
    String[] parts = name.split("/", -1);
    if (parts.length != 2 * collections.length) {
      throw unlike(name, collections);
    }
    List<String> ids = new ArrayList<>(collections.length);
    for (int i = 0; i < collections.length; i++) {
      String id = parts[2 * i + 1];
      if (!parts[2 * i].equals(collections[i]) || id.isEmpty()) {
        throw unlike(name, collections);
      }
      ids.add(id);
    }
    return List.copyOf(ids);
  }

  /**
   * Returns a version's number.
   *
   * @throws IllegalArgumentException when the text is not a whole number from 1
   */
  static long number(String text) {
    try {
      long number = Long.parseLong(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException unreadable) {
      throw noNumber(text);
    }
    throw noNumber(text);
  }

  private static IllegalArgumentException noNumber(String text) {
    return new IllegalArgumentException(Excerpt.of(text) + " is not the number of a version");
  }

  private static IllegalArgumentException unlike(String name, String... collections) {
    return new IllegalArgumentException(
        "%s is not a name of the form %s/…"
            .formatted(Excerpt.of(name), String.join("/…/", collections)));
  }
}
