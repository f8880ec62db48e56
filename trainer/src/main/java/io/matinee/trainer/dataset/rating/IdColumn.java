package io.matinee.trainer.dataset.rating;

import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.dataset.text.Slice;

/** The ids of users or of movies as rows have them, judged and numbered. Not thread-safe. */
final class IdColumn {
  private static final int DELETE = 0x7F;

  private final String what;
  private final IdNumbers numbers;
  private int code;

  /**
   * No ids so far.
   *
   * @param what what they are of, in words
   */
  IdColumn(String what, IdMemory memory) {
    this.what = what;
    this.numbers = new IdNumbers(memory);
  }

  /** Returns the ids of all ratings. */
  IdNumbers numbers() {
    return numbers;
  }

  /** Returns what is wrong with a row's id, or ""; one in another encoding becomes UTF-8. */
  String problemOf(Slice id) {
    code = numbers.code(id);
    return code == IdNumbers.ABSENT ? problemOfNew(id) : "";
  }

  /** Takes the id that was judged last, of a row that is a rating. */
  void take(Slice id, RatingRows row) {
    if (code == IdNumbers.ABSENT) {
      int found = numbers.find(id); // another encoding of an id that is there
      if (found == IdNumbers.ABSENT && !numbers.hasRoom(id)) {
        throw noRoom(row.file());
      }
      code = found == IdNumbers.ABSENT ? numbers.add(id) : found;
    }
  }

  /** Returns what stands for the id that was taken last, until {@link #number}. */
  int code() {
    return code;
  }

  /** Returns the number that a code stands for, read in a file. */
  int number(int written, String file) {
    int number = numbers.number(written);
    if (number == IdNumbers.ABSENT) {
      throw noRoom(file);
    }
    return number;
  }

  private String problemOfNew(Slice id) {
    boolean plain = true;
    for (int at = id.start(); at < id.end(); at++) {
      byte character = id.bytes()[at];
      plain &= character >= 0;
      if ((character >= 0 && character < ' ') || character == DELETE) {
        return "the " + what + "'s id has a control character";
      }
    }
    if (!plain) {
      id.set(id.text());
    }
    if (id.isEmpty()) {
      return "the " + what + " is missing";
    }
    return id.length() <= RatingRule.MAXIMUM_ID
        ? ""
        : "the %s's id is longer than %d bytes".formatted(what, RatingRule.MAXIMUM_ID);
  }

  private static MatineeException noRoom(String file) {
    return UnreadableImport.of(
        file,
        "has more users or movies than one import can take",
        "give the trainer more heap, or leave out those with few ratings");
  }
}
