package io.matinee.cli.output;

import com.google.protobuf.Message;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Where a command writes: its result to standard output, notes and progress to standard error.
 *
 * @param out the result
 * @param err everything else
 * @param json whether the result is one JSON document
 * @param interactive whether a person watches on a terminal
 */
public record Console(PrintWriter out, PrintWriter err, boolean json, boolean interactive) {

  /**
   * Makes a console of this process.
   *
   * @param out the result
   * @param err everything else
   * @param json whether the result is one JSON document
   * @return the console; interactive when both ends are a terminal
   */
  public static Console of(PrintWriter out, PrintWriter err, boolean json) {
    return new Console(
        out,
        err,
        json,
        Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false));
  }

  /** Writes a line of the result. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** Writes a line beside the result. */
  public void note(String text) {
    err.println(text);
    err.flush();
  }

  /**
   * Writes the result: a message as JSON, or the text that a person reads.
   *
   * @param message the whole result
   * @param text the same for people
   */
  public void result(Message message, String text) {
    line(json ? JsonText.of(message) : text);
  }

  /**
   * Writes the result: a document as JSON, or the text that a person reads.
   *
   * @param document records, maps, lists and plain values
   * @param text the same for people
   */
  public void result(Object document, String text) {
    line(json ? JsonText.of(document) : text);
  }
}
