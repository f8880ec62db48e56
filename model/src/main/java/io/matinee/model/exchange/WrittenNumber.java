package io.matinee.model.exchange;

import java.util.Optional;

/** Ids that are whole numbers, written as these are printed: "7", and neither "007" nor "7.0". */
final class WrittenNumber {
  private WrittenNumber() {}

  /** Returns the number that an id is, if it is one that 64 bits hold. */
  static Optional<Long> of(String id) {
    try {
      long number = Long.parseLong(id);
      return Long.toString(number).equals(id) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
