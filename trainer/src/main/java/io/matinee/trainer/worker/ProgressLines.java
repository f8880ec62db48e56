package io.matinee.trainer.worker;

import io.matinee.trainer.store.Json;
import java.io.PrintStream;

/** Writes progress events, one line each, at once. */
final class ProgressLines {

  private final PrintStream output;

  ProgressLines(PrintStream output) {
    this.output = output;
  }

  void write(ProgressEvent event) {
    output.print(Json.write(event) + "\n");
    output.flush();
  }
}
