package io.matinee.trainer.operation;

/** What an operation does. */
public enum OperationKind {
  /** Brings ratings in as a new data-set version. */
  IMPORT("import"),
  /** Trains a model and publishes it as a new version. */
  TRAIN("train");

  private final String prefix;

  OperationKind(String prefix) {
    this.prefix = prefix;
  }

  /** What the ids of such operations begin with, before a dash. */
  public String prefix() {
    return prefix;
  }
}
