package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.MovieRating;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

class WatchedOptionTest {
  @Test
  void takesIdsBetweenCommasAndIdsWithCommas() {
    Watching typed = new Watching();
    new CommandLine(typed).parseArgs("--watched", "1,266", "--watched", "Leo\\, the Last,7");

    assertThat(typed.watched.watches())
        .extracting(MovieRating::getMovieId)
        .containsExactly("1", "266", "Leo, the Last", "7");
  }

  @CommandLine.Command
  private static final class Watching {
    @Mixin WatchedOption watched = new WatchedOption();
  }
}
