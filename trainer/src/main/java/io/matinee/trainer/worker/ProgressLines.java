package io.matinee.trainer.worker;

import java.io.PrintStream;

/** Writes progress events, one line each, at once. */
final class ProgressLines {

  private final PrintStream output;

  ProgressLines(PrintStream output) {
    this.output = output;
  }

  void write(ProgressEvent event) {
    output.print(WorkerJson.write(event) + "\n");
    output.flush();
  }
}
