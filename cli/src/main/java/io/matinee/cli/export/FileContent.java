package io.matinee.cli.export;

import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.trainer.v1.ExportedContent;

/** What of a data set is exported, by its name on the command line. */
public enum FileContent {
  /** The ratings. */
  ratings(ExportedContent.EXPORTED_CONTENT_RATINGS),
  /** The rejected rows. */
  rejects(ExportedContent.EXPORTED_CONTENT_REJECTS),
  /** What a split leaves to training. */
  training(ExportedContent.EXPORTED_CONTENT_TRAINING),
  /** What a split holds out. */
  held_out(ExportedContent.EXPORTED_CONTENT_HELD_OUT);

  private final ExportedContent contract;

  FileContent(ExportedContent contract) {
    this.contract = contract;
  }

  /** Returns the content as the contracts name it. */
  public ExportedContent contract() {
    return contract;
  }

  /**
   * Returns what it is in words, e.g. "watches" or "held-out part".
   *
   * @param eventKind what the data set is of
   */
  public String words(EventKind eventKind) {
    return switch (this) {
      case ratings -> Wording.events(eventKind);
      case rejects -> "rejected rows";
      case training, held_out -> this + " part";
    };
  }

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().replace('_', '-');
  }
}
