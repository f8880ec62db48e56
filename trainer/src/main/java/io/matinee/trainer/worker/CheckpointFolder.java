package io.matinee.trainer.worker;

import io.matinee.model.durable.DurableFiles;
import io.matinee.model.durable.Folders;
import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.Checkpoints;
import io.matinee.trainer.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps a training's checkpoints in a folder, each in one of its own that is named by its number of
 * epochs. One counts once its {@value #STATE} is there, which is written last; then those before it
 * go. What cannot be kept is told in the log, and the training goes on without.
 */
final class CheckpointFolder implements Checkpoints {
  private static final Logger LOG = Logger.getLogger(CheckpointFolder.class);
  private static final String STATE = "state.json";
  private static final int CHUNK_BYTES = 1 << 20;

  private final Path folder;
  private final Duration interval;
  private final InstantSource clock;
  private Instant lastKept;

  /**
   * Opens a folder, which need not be there yet.
   *
   * @param interval how long a checkpoint is young
   */
  CheckpointFolder(Path folder, Duration interval, InstantSource clock) {
    this.folder = folder;
    this.interval = interval;
    this.clock = clock;
    this.lastKept = clock.instant();
  }

  @Override
  public Optional<Saved> last() {
    return checkpoints().stream()
        .map(FolderedState::new)
        .filter(FolderedState::isWhole)
        .reduce((_, later) -> later)
        .map(Saved.class::cast);
  }

  @Override
  public void keep(List<Epoch> learningCurve, Consumer<Sink> state) {
    if (Duration.between(lastKept, clock.instant()).compareTo(interval) < 0) {
      return;
    }
    List<Path> earlier = checkpoints();
    Path next = folder.resolve(Integer.toString(learningCurve.size()));
    try {
      Folders.delete(next);
      write(Files.createDirectories(next), learningCurve, state);
      for (Path old : earlier) {
        if (!old.equals(next)) {
          Folders.delete(old);
        }
      }
      lastKept = clock.instant();
    } catch (IOException | UncheckedIOException unwritable) {
      LOG.warnf(unwritable, "could not keep a checkpoint in %s", next);
    }
  }

  private static void write(Path place, List<Epoch> learningCurve, Consumer<Sink> state)
      throws IOException {
    Map<String, Double> numbers = new TreeMap<>();
    state.accept(
        new Sink() {
          @Override
          public void number(String name, double value) {
            numbers.put(name, value);
          }

          @Override
          public void array(String name, float[] values) {
            writeArray(place.resolve(name), values);
          }
        });
    String json = Json.write(new State(List.copyOf(learningCurve), numbers));
    DurableFiles.writeAtomically(
        place.resolve(STATE), ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static void writeArray(Path file, float[] values) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.nativeOrder());
    try {
      DurableFiles.write(
          file,
          channel -> {
            int length = CHUNK_BYTES / Float.BYTES;
            for (int from = 0; from < values.length; from += length) {
              int count = Math.min(length, values.length - from);
              chunk.clear().asFloatBuffer().put(values, from, count);
              DurableFiles.writeFully(channel, chunk.limit(count * Float.BYTES));
            }
          });
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** All checkpoints by their epochs, whole or not. */
  private List<Path> checkpoints() {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted(Comparator.comparingInt(CheckpointFolder::epochs)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int epochs(Path checkpoint) {
    return Integer.parseInt(checkpoint.getFileName().toString());
  }

  /**
   * What is no array.
   *
   * @param learningCurve the epochs that had ended
   * @param numbers by name
   */
  record State(List<Epoch> learningCurve, Map<String, Double> numbers) {}

  /**
   * A checkpoint.
   *
   * @param place its folder
   */
  private record FolderedState(Path place) implements Saved {

    boolean isWhole() {
      return Files.exists(place.resolve(STATE));
    }

    @Override
    public List<Epoch> learningCurve() {
      return state().learningCurve();
    }

    @Override
    public double number(String name) {
      return Objects.requireNonNull(state().numbers().get(name), name);
    }

    private State state() {
      try {
        return Json.read(Files.readString(place.resolve(STATE)), State.class);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    @Override
    public float[] array(String name) {
      try (FileChannel channel = FileChannel.open(place.resolve(name))) {
        float[] values = new float[Math.toIntExact(channel.size() / Float.BYTES)];
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.nativeOrder());
        int next = 0;
        while (next < values.length) {
          channel.read(chunk);
          chunk.flip();
          int count = chunk.remaining() / Float.BYTES;
          chunk.asFloatBuffer().get(values, next, count);
          next += count;
          chunk.position(count * Float.BYTES).compact();
        }
        return values;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
