package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several aliases answers a call. */
class FollowedAliasesTest {
  private static final String PRODUCTION = "models/movies/aliases/production";
  private static final String CANDIDATE = "models/movies/aliases/candidate";

  @TempDir Path folder;
  private FakeRegistry registry;
  private FollowingRig production;
  private FollowingRig candidate;
  private FollowedAliases<TestModel> models;
  private String first;
  private String second;

  @BeforeEach
  void start() {
    registry = FakeRegistry.start(folder.resolve("registry"));
    production = new FollowingRig(registry.port(), folder.resolve("cache"));
    candidate = production.beside("candidate");
    models = new FollowedAliases<>(List.of(production.following, candidate.following));
    first = registry.publishTiny(1);
    second = registry.publishTiny(2);
    registry.setAlias("production", first);
    registry.setAlias("candidate", second);
    production.awaitLoaded(first);
    candidate.awaitLoaded(second);
  }

  @AfterEach
  void stop() {
    candidate.close();
    production.close();
    registry.close();
  }

  @Test
  void theFirstAnswersUnlessAnotherIsNamed() {
    assertThat(version("", "")).isEqualTo(first);
    assertThat(version(PRODUCTION, "")).isEqualTo(first);
    assertThat(version(CANDIDATE, "")).isEqualTo(second);
  }

  @Test
  void whicheverHasThePinnedVersionAnswersUnlessOneIsNamed() {
    assertThat(version("", second)).isEqualTo(second);
    assertThat(version(CANDIDATE, second)).isEqualTo(second);
    assertThat(refusal(PRODUCTION, second))
        .hasMessageContainingAll(second, PRODUCTION + " has " + first)
        .extracting(MatineeException::reason)
        .isEqualTo(Reason.VERSION_NOT_LOADED);
    assertThat(refusal("", registry.publishTiny(3)).reason()).isEqualTo(Reason.VERSION_NOT_LOADED);
  }

  @Test
  void oneThatIsNotFollowedIsRefusedNamingThoseThatAre() {
    assertThat(refusal("models/movies/aliases/other", second))
        .hasMessageContainingAll("other", PRODUCTION, CANDIDATE, "matinee.follow.aliases")
        .extracting(MatineeException::reason)
        .isEqualTo(Reason.ALIAS_NOT_FOLLOWED);
  }

  @Test
  void oneWithoutAVersionKeepsNoOtherFromAnswering() {
    production.forgetChanges();
    registry.setAlias("production", "");
    production.await(status -> !status.answers());

    assertThat(refusal("", ""))
        .hasMessageContaining(PRODUCTION)
        .extracting(MatineeException::reason)
        .isEqualTo(Reason.MODEL_NOT_READY);
    assertThat(refusal(PRODUCTION, second).reason()).isEqualTo(Reason.MODEL_NOT_READY);
    assertThat(version(CANDIDATE, "")).isEqualTo(second);
    assertThat(version("", second)).isEqualTo(second);
  }

  @Test
  void showsEachLoadedVersionOnce() {
    assertThat(shown()).containsExactly(first, second);

    registry.setAlias("candidate", first);
    candidate.awaitLoaded(first);

    assertThat(shown()).containsExactly(first);
  }

  private List<String> shown() {
    List<String> versions = new ArrayList<>();
    models.visit(lease -> versions.add(lease.version()));
    return versions;
  }

  private String version(String alias, String pinned) {
    try (Lease<TestModel> lease = models.acquire(alias, pinned)) {
      return lease.version();
    }
  }

  private MatineeException refusal(String alias, String pinned) {
    return catchThrowableOfType(
        MatineeException.class, () -> models.acquire(alias, pinned).close());
  }
}
