package io.matinee.cli.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists to their end. */
public final class Pages {
  private Pages() {}

  /**
   * A page of a list.
   *
   * @param items the page's items
   * @param nextToken where to go on; empty at the end
   * @param <T> of the items
   */
  public record Page<T>(List<T> items, String nextToken) {
    /** Copies the items. */
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * Reads all pages.
   *
   * @param read takes a page token and returns the page
   * @param <T> of the items
   * @return all items in their order
   */
  public static <T> List<T> all(Function<String, Page<T>> read) {
    List<T> items = new ArrayList<>();
    String token = "";
    do {
      Page<T> page = read.apply(token);
      items.addAll(page.items());
      token = page.nextToken();
    } while (!token.isEmpty());
    return items;
  }
}
