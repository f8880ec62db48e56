package io.matinee.trainer;

import io.matinee.runtime.configuration.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The trainer's settings; MATINEE_TRAINER_HOME and the like in the environment. */
@ConfigMapping(prefix = "matinee.trainer")
public interface TrainerConfig {

  /** The key of {@link #home}, which is needed before the others. */
  String HOME = "matinee.trainer.home";

  /** Returns the folder that holds all of the trainer's state. One trainer at a time uses it. */
  Path home();

  /** Returns the most heap of a worker process, as Java's -Xmx takes it. */
  @WithDefault("2g")
  String workerMemory();

  /**
   * How far apart a training's checkpoints are at least, from the last of which it goes on when its
   * worker was killed.
   */
  @WithDefault("10s")
  Duration checkpointInterval();

  /** How a worker is started, word by word; this same program unless set. */
  Optional<List<String>> workerCommand();

  /** Returns the most bytes of one imported file, and of all that an archive holds. */
  @WithDefault("10737418240")
  long maximumImportBytes();

  /** How many times its own size an imported archive may unpack to. */
  @WithDefault("200")
  int maximumUnpackedRatio();

  /** How long an upload that was broken off waits for its rest. */
  @WithDefault("10m")
  Duration uploadPatience();

  /**
   * Returns the folders that imports may read by URI; none unless set: such imports are refused.
   */
  Optional<List<Path>> importRoots();

  /** Returns the most memory of the engine that reads data sets, in megabytes. */
  @Within(least = 64)
  @WithDefault("1200")
  int importMemoryMegabytes();

  /** How often those who watch an alias hear that nothing has changed. */
  @WithDefault("10s")
  Duration heartbeat();

  /** How often the trainer looks whether another one has taken its home over. */
  @WithDefault("10s")
  Duration ownershipCheck();

  /**
   * How long blobs are kept that no version refers to; longer than any run takes from its first
   * blob to its version.
   */
  @WithDefault("1d")
  Duration blobRetention();

  /** How long a reader's report holds. */
  @WithDefault("2m")
  Duration readerLease();
}
