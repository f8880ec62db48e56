package io.matinee.serving.catalogue;

import java.util.Arrays;

/** How close each title comes to a word, a token or a query. Titles are counted by their places. */
final class TitleCloseness {
  private static final Closeness[] ALL = Closeness.values();

  private final byte[] ordinals;

  private TitleCloseness(byte[] ordinals) {
    this.ordinals = ordinals;
  }

  /**
   * Returns that of titles which all come equally close.
   *
   * @param titles how many
   */
  static TitleCloseness of(int titles, Closeness closeness) {
    byte[] ordinals = new byte[titles];
    Arrays.fill(ordinals, (byte) closeness.ordinal());
    return new TitleCloseness(ordinals);
  }

  /** Returns how close the title at a place comes. */
  Closeness at(int place) {
    return ALL[ordinals[place]];
  }

  /** Returns whether no title comes close. */
  boolean foundNothing() {
    for (byte ordinal : ordinals) {
      if (ordinal != Closeness.NONE.ordinal()) {
        return false;
      }
    }
    return true;
  }

  /** Notes that a title comes at least so close. */
  void raise(int place, Closeness closeness) {
    ordinals[place] = (byte) Math.min(ordinals[place], closeness.ordinal());
  }

  /** Keeps of each title the better of two. */
  void raise(TitleCloseness other) {
    for (int place = 0; place < ordinals.length; place++) {
      ordinals[place] = (byte) Math.min(ordinals[place], other.ordinals[place]);
    }
  }

  /** Keeps of each title the worse of two. */
  void lower(TitleCloseness other) {
    for (int place = 0; place < ordinals.length; place++) {
      ordinals[place] = (byte) Math.max(ordinals[place], other.ordinals[place]);
    }
  }

  /**
   * Returns a part of the places of the titles found: the closest first, equally close ones by
   * place.
   *
   * @param start how many to skip
   * @param size how many at most
   */
  int[] places(int start, int size) {
    int[] found = new int[Math.min(size, ordinals.length)];
    int count = 0;
    int skipped = 0;
    for (int ordinal = 0; ordinal < Closeness.NONE.ordinal(); ordinal++) {
      for (int place = 0; place < ordinals.length && count < found.length; place++) {
        if (ordinals[place] == ordinal && skipped++ >= start) {
          found[count++] = place;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }
}
