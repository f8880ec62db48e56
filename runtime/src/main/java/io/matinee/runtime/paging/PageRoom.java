package io.matinee.runtime.paging;

import com.google.protobuf.MessageLite;

/**
 * The room of one page: as many items as were asked for, and about 1 MiB of them, so that a reply
 * stays far below gRPC's 4 MiB whatever its items hold. One item always fits. Not thread-safe.
 */
public final class PageRoom {
  private static final int DEFAULT_ITEMS = 100;
  private static final int MOST_BYTES = 1 << 20;

  private final int mostItems;
  private int items;
  private int bytes;

  private PageRoom(int mostItems) {
    this.mostItems = mostItems;
  }

  /**
   * Returns the room that a request asks for.
   *
   * @param pageSize how many items at most; 0 for 100
   */
  public static PageRoom of(int pageSize) {
    return new PageRoom(PageSize.of(pageSize, DEFAULT_ITEMS));
  }

  /** Returns how many items the page may hold. */
  public int mostItems() {
    return mostItems;
  }

  /** Takes the next item; false when there is no room for it, and the page has ended. */
  public boolean takes(MessageLite item) {
    int size = item.getSerializedSize();
    if (items == mostItems || (items > 0 && bytes + size > MOST_BYTES)) {
      return false;
    }
    items++;
    bytes += size;
    return true;
  }
}
