package io.matinee.cli.testing;

import io.matinee.cli.output.Console;
import java.io.PrintWriter;
import java.io.Writer;

/** A console of which nobody reads what is written. */
public final class SilentConsole {
  private SilentConsole() {}

  /** Returns a new one, without colours and without bars. */
  public static Console open() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Console(nowhere, nowhere, false, false);
  }
}
