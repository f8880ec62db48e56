package io.matinee.cli.progress;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.Durations;
import io.matinee.cli.output.Wording;
import io.matinee.proto.metrics.v1.EvaluateModelMetadata;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.proto.trainer.v1.CreateSplitMetadata;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.VerifyModelVersionMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads what an operation says of itself. */
@FunctionalInterface
public interface MetadataReader {
  /** Reads training runs: epochs, their figures, time left. */
  MetadataReader TRAINING = packed -> training(unpack(packed, TrainModelMetadata.class));

  /** Reads imports: the stage, and the megabytes or rows that are read. */
  MetadataReader IMPORT =
      packed -> {
        ImportRatingsMetadata metadata = unpack(packed, ImportRatingsMetadata.class);
        return state(metadata.getProgress(), List.of(Wording.name("STAGE_", metadata.getStage())));
      };

  /** Reads the making of splits: the stage. */
  MetadataReader SPLIT =
      packed -> {
        CreateSplitMetadata metadata = unpack(packed, CreateSplitMetadata.class);
        return state(metadata.getProgress(), List.of(Wording.name("STAGE_", metadata.getStage())));
      };

  /** Reads evaluations: the stage and the users done. */
  MetadataReader EVALUATION =
      packed -> {
        EvaluateModelMetadata metadata = unpack(packed, EvaluateModelMetadata.class);
        return state(metadata.getProgress(), List.of(Wording.name("STAGE_", metadata.getStage())));
      };

  /** Reads verifications: the megabytes and blobs done. */
  MetadataReader VERIFICATION =
      packed -> {
        VerifyModelVersionMetadata metadata = unpack(packed, VerifyModelVersionMetadata.class);
        return state(
            metadata.getProgress(),
            List.of(
                Wording.name("STAGE_", metadata.getStage()),
                "%d of %d blobs"
                    .formatted(metadata.getVerifiedBlobCount(), metadata.getBlobCount())));
      };

  /**
   * Reads an operation's metadata.
   *
   * @param packed the metadata
   * @return the state to show
   */
  ProgressState read(Any packed);

  private static ProgressState training(TrainModelMetadata metadata) {
    List<String> note = new ArrayList<>();
    note.add(stage(metadata));
    new TreeMap<>(metadata.getFiguresMap())
        .forEach(
            (name, value) -> note.add(name.replace('_', ' ') + " " + Wording.decimal(value, 3)));
    return state(metadata.getProgress(), note);
  }

  private static ProgressState state(
      io.matinee.proto.model.v1.Progress progress, List<String> figures) {
    List<String> note = new ArrayList<>(figures);
    if (progress.hasRemainingDuration()) {
      Duration left = Duration.ofMillis(Durations.toMillis(progress.getRemainingDuration()));
      note.add(Wording.duration(left) + " left");
    }
    String notes = String.join(", ", note);
    if (progress.getUnit() == WorkUnit.WORK_UNIT_BYTES) {
      return ProgressState.ofBytes(progress.getDoneCount(), progress.getTotalCount(), notes);
    }
    return new ProgressState(
        progress.getDoneCount(),
        progress.getTotalCount(),
        Wording.name("WORK_UNIT_", progress.getUnit()),
        notes);
  }

  private static String stage(TrainModelMetadata metadata) {
    if (metadata.getStage() == TrainModelMetadata.Stage.STAGE_TRAINING) {
      return metadata.getAlgorithmId();
    }
    return Wording.name("STAGE_", metadata.getStage());
  }

  private static <T extends com.google.protobuf.Message> T unpack(Any packed, Class<T> type) {
    try {
      return packed.getTypeUrl().isEmpty()
          ? com.google.protobuf.Internal.getDefaultInstance(type)
          : packed.unpack(type);
    } catch (InvalidProtocolBufferException unreadable) {
      throw new IllegalStateException("an operation with metadata of another type", unreadable);
    }
  }
}
