package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.connection.Endpoints;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeOptionTest {
  @TempDir Path folder;

  private final HomeOption option = new HomeOption();

  @Test
  void theVariableNamesAHomeAndTheFlagWinsOverIt() {
    Map<String, String> environment =
        Map.of("MATINEE_HOME", folder.resolve("of-the-variable").toString());
    Endpoints ofTheVariable = option.endpoints(environment);
    option.given = folder.resolve("of-the-flag");
    Endpoints ofTheFlag = option.endpoints(environment);

    assertThatThrownBy(() -> ofTheVariable.of(Service.SERVING))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("/of-the-variable: start it with");
    assertThatThrownBy(() -> ofTheFlag.of(Service.SERVING))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("/of-the-flag: start it with");
  }

  @Test
  void aBlankVariableNamesNone() {
    assertThat(option.endpoints(Map.of("MATINEE_HOME", " "))).isEqualTo(option.endpoints(Map.of()));
  }
}
