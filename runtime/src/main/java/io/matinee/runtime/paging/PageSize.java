package io.matinee.runtime.paging;

/** How many items a page holds, by the one rule of all lists. */
public final class PageSize {
  private static final int MOST = 1_000;

  private PageSize() {}

  /**
   * Returns how many items a page holds at most.
   *
   * @param asked what a request asks for, which its contract keeps from being negative; 0 or absent
   *     for the method's default; more than 1,000 count as 1,000
   * @param byDefault the method's default
   */
  public static int of(int asked, int byDefault) {
    return asked == 0 ? byDefault : Math.min(asked, MOST);
  }
}
