package io.matinee.trainer.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationKind;
import io.matinee.runtime.operation.OperationQueue;
import io.matinee.runtime.operation.OperationState;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.Submission;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.PostgresqlForTests;
import io.matinee.trainer.store.Relay;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server may commit, and its answer never arrive. */
@Tag("external")
class LostAnswerOnPostgresqlTest {
  private static final Submission TRAIN =
      new Submission("train-1", "models/movies", Optional.empty(), "{}");

  @Test
  void anOperationThatWasCommittedHasEndedWell() throws Exception {
    try (Relay relay = Relay.to(PostgresqlForTests.newDatabase());
        Database database = Database.open(relay.server(), () -> {});
        Operations operations = TestOperations.open(database)) {
      OperationQueue queue = operations.queue(new OperationKind("train", false));
      queue.begin(
          TRAIN,
          assignment ->
              database.write(
                  handle -> {
                    relay.loseAnswerAfter("INSERT INTO operation");
                    return OperationTable.save(handle, assignment.finish("made"));
                  }));
      Operation ended = TestOperations.ended(operations, TRAIN.id());
      assertThat(ended.failure()).isEmpty();
      assertThat(ended.state()).isEqualTo(OperationState.SUCCEEDED);
      assertThat(new OperationTable(database).loadAll()).containsExactly(ended);
    }
  }
}
