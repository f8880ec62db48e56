package io.matinee.runtime.paging;

/** How many items a page holds, by the one rule of all lists. */
public final class PageSize {
  /** The most items of a page, as all contracts state it: a request for more is refused. */
  public static final int LARGEST = 1_000;

  private PageSize() {}

  /**
   * Returns how many items a page holds at most.
   *
   * @param asked what a request asks for, which its contract keeps within 0 and {@link #LARGEST}; 0
   *     for the method's default
   * @param byDefault the method's default
   */
  public static int of(int asked, int byDefault) {
    return asked == 0 ? byDefault : asked;
  }
}
