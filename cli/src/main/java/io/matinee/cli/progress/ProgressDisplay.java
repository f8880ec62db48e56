package io.matinee.cli.progress;

import io.matinee.cli.output.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Opens the display that fits: a bar on a terminal, a line for each new state elsewhere. */
public final class ProgressDisplay {
  private static final int UPDATE_MILLISECONDS = 100;

  private ProgressDisplay() {}

  /**
   * Opens a display on standard error.
   *
   * @param console where the command writes
   * @param title what the work is
   * @return the display
   */
  public static Progress open(Console console, String title) {
    return console.interactive() ? new Bar(title) : new Lines(console, title);
  }

  private static final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(String title) {
      PrintStream terminal =
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
      bar =
          new ProgressBarBuilder()
              .setTaskName(title)
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
              .hideEta()
              .setConsumer(new ConsoleProgressBarConsumer(terminal))
              .build();
    }

    @Override
    public void show(ProgressState state) {
      bar.maxHint(state.total() == 0 ? -1 : state.total());
      bar.stepTo(state.done());
      bar.setExtraMessage(" " + (state.total() == 0 ? "" : state.unit() + ", ") + state.note());
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  private static final class Lines implements Progress {
    private final Console console;
    private final String title;
    private String last = "";

    Lines(Console console, String title) {
      this.console = console;
      this.title = title;
    }

    @Override
    public void show(ProgressState state) {
      String count =
          state.total() == 0
              ? ""
              : " %d/%d %s".formatted(state.done(), state.total(), state.unit());
      String line = title + count + (state.note().isEmpty() ? "" : ": " + state.note());
      if (!line.equals(last)) {
        console.note(line);
        last = line;
      }
    }

    @Override
    public void close() {}
  }
}
