package io.matinee.trainer.query;

/** The texts of whole numbers, of which the last of each slot is kept. Not thread-safe. */
final class NumberTexts {
  private static final int SLOTS = 1 << 16;

  private final long[] numbers = new long[SLOTS];
  private final String[] texts = new String[SLOTS];

  NumberTexts() {
    texts[0] = "0";
  }

  /** Returns a number as text. */
  String text(long number) {
    int slot = (int) number & (SLOTS - 1);
    if (numbers[slot] != number) {
      numbers[slot] = number;
      texts[slot] = Long.toString(number);
    }
    return texts[slot];
  }
}
