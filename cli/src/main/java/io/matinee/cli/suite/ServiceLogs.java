package io.matinee.cli.suite;

import io.matinee.cli.connection.Service;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service's process left behind: what its JVM said and what the service logged, since a
 * start.
 *
 * @param output the lines that the process printed
 * @param log the lines that the service logged
 */
record ServiceLogs(List<String> output, List<String> log) {
  private static final Pattern RECORD = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT\\S+ ([A-Z]+) .*");
  private static final Pattern ERROR =
      Pattern.compile("^\\S+ (?:ERROR|FATAL) +\\[[^\\]]*\\] \\S+: (.*)");
  private static final Pattern FRAME = Pattern.compile("^\\s+(?:at |\\.\\.\\. \\d+ ).*|\\s*");
  private static final String CAUSE = "Caused by: ";

  /** How much two files hold. */
  record Mark(long output, long log) {
    /** Before anything was written. */
    static final Mark BEGINNING = new Mark(0, 0);
  }

  /** Returns what a service left since a mark was made. */
  static ServiceLogs since(Mark mark, SuiteHome home, Service service) {
    return new ServiceLogs(
        LogTail.since(home.output(service), mark.output()),
        LogTail.since(home.log(service), mark.log()));
  }

  /** Marks how much a service has left. */
  static Mark mark(SuiteHome home, Service service) {
    return new Mark(LogTail.size(home.output(service)), LogTail.size(home.log(service)));
  }

  /** Returns the last lines of both, what the JVM said first; the places in the code stay there. */
  List<String> tail(int count) {
    List<String> lines =
        Stream.concat(output.stream(), log.stream())
            .filter(line -> !FRAME.matcher(line).matches())
            .toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }

  /**
   * Returns the first error that the service logged, with what caused it in the end; without one,
   * what its process said last.
   */
  Optional<String> firstError() {
    for (int i = 0; i < log.size(); i++) {
      Matcher error = ERROR.matcher(log.get(i));
      if (error.matches()) {
        String told = error.group(1);
        return Optional.of(
            cause(log.subList(i + 1, log.size()))
                .filter(cause -> !told.contains(cause))
                .map(cause -> told + "; " + cause)
                .orElse(told));
      }
    }
    return lastWord();
  }

  /** Returns what the process printed last, e.g. why its JVM ended; empty when it was silent. */
  Optional<String> lastWord() {
    return said().reduce((earlier, later) -> later);
  }

  private Stream<String> said() {
    return output.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("WARNING:") && !line.startsWith("#"));
  }

  /** The last cause among the lines that belong to the record before them. */
  private static Optional<String> cause(List<String> lines) {
    return lines.stream()
        .takeWhile(line -> !RECORD.matcher(line).matches())
        .filter(line -> line.startsWith(CAUSE))
        .reduce((earlier, later) -> later)
        .map(line -> line.substring(CAUSE.length()));
  }
}
