package io.matinee.cli.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists to their end. */
public final class Pages {
  private Pages() {}

  /**
   * Reads all pages.
   *
   * @param read takes a page token and returns the page
   * @param items the items of a page
   * @param nextToken where to go on behind a page; empty at the end
   * @param <P> of the pages
   * @param <T> of the items
   * @return all items in their order
   */
  public static <P, T> List<T> all(
      Function<String, P> read, Function<P, List<T>> items, Function<P, String> nextToken) {
    List<T> all = new ArrayList<>();
    String token = "";
    do {
      P page = read.apply(token);
      all.addAll(items.apply(page));
      token = nextToken.apply(page);
    } while (!token.isEmpty());
    return all;
  }
}
