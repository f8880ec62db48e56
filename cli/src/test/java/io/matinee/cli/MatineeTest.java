package io.matinee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.failure.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MatineeTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void withoutArgumentsListsEverySubcommandAndTheExitCodes() {
    assertThat(run()).isZero();

    assertThat(out.toString())
        .contains(
            "demo",
            "up",
            "down",
            "status",
            "import",
            "datasets",
            "algorithms",
            "train",
            "versions",
            "alias",
            "recommend",
            "similar",
            "rate",
            "evaluate",
            "evaluations",
            "bench",
            "protos",
            "test")
        .contains("a service is away or not ready");
  }

  @Test
  void everyOptionSaysWhatItTakesByOneWordInCapitals() {
    assertThat(commands(Matinee.commandLine()))
        .flatExtracting(command -> command.getCommandSpec().options())
        .filteredOn(option -> option.arity().max() > 0)
        .isNotEmpty()
        .allSatisfy(
            option -> assertThat(option.paramLabel()).as(option.toString()).matches("[A-Z_:=]+"));
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(MatineeTest::commands));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "down",
        "status",
        "import",
        "datasets",
        "algorithms",
        "train",
        "versions",
        "alias",
        "alias list",
        "alias get",
        "alias set",
        "recommend",
        "similar",
        "rate",
        "evaluate",
        "evaluations",
        "bench",
        "protos",
        "test"
      })
  void everySubcommandHasHelp(String subcommand) {
    assertThat(run((subcommand + " --help").split(" "))).isZero();

    assertThat(out.toString()).startsWith("Usage: ./matinee " + subcommand);
  }

  @ParameterizedTest
  @CsvSource({
    "import, Missing required parameter",
    "similar, Missing required parameter",
    "rate 1=5, --user",
    "protos, --out",
    "train --seed 5, Unknown option",
    "recommend --count x, not an int",
    "import x --form tsv, expected one of",
    "import pom.xml --columns who, --columns names \"who\"",
    "splits create d s --folds 2 --columns user, --held-out; give them",
    "demo --data no-such-folder, no-such-folder does not exist",
    "import no-such-file.csv, no-such-file.csv does not exist",
    "nothing, Unmatched argument"
  })
  void wrongUsageSaysWhatIsWrong(String line, String problem) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.USAGE.number());

    assertThat(err.toString()).contains(problem);
  }

  @Test
  void wrongUsageNamesTheHelpInsteadOfShowingIt() {
    assertThat(run("train", "--dataset", "movielens")).isEqualTo(ExitCode.USAGE.number());

    assertThat(err.toString().lines())
        .hasSizeLessThanOrEqualTo(3)
        .startsWith("matinee: Unknown option: '--dataset'")
        .endsWith("See ./matinee train --help");
  }

  @Test
  void anEndpointThatIsNoneIsNamed() {
    assertThat(run("recommend", "--user", "1", "--serving", "nowhere"))
        .isEqualTo(ExitCode.USAGE.number());

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "matinee: \"nowhere\" is not an endpoint; give host:port or https://host:port");
  }

  @Test
  void anErrorIsJsonToo() {
    assertThat(run("rate", "--user", "1", "--json", "2=good")).isEqualTo(ExitCode.USAGE.number());

    assertThat(out.toString()).startsWith("{").contains("\"error\"", "the rating of movie 2");
  }

  private int run(String... arguments) {
    CommandLine line = Matinee.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
