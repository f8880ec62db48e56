package io.matinee.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.snapshot.SnapshotWriter;
import io.matinee.serving.SampleVersion;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingModelHeapTest {
  private static final int FEW = 2_000;
  private static final int MANY = 200_000;

  private final ServingModelReader reader = new ServingModelReader(Clock.systemUTC());

  @TempDir Path folder;

  @Test
  void holdsNotAByteForAUser() throws Exception {
    Manifest few = write(FEW);
    Manifest many = write(MANY);
    heapWithOpen(few);

    long more = heapWithOpen(many) - heapWithOpen(few);

    assertThat(more).isLessThan(MANY - FEW);
  }

  private Manifest write(int users) throws IOException {
    Path version = Files.createDirectories(folder(users));
    return SnapshotWriter.write(version, new SampleVersion(users, 30, 4, 3, users).content());
  }

  /** Returns the bytes of all that is reachable while a version is ready to answer. */
  private long heapWithOpen(Manifest manifest) throws JMException {
    Path blobs = folder(manifest.userCount());
    try (ServingModel model =
        reader.load(
            Snapshot.open(manifest, blob -> blobs.resolve(blob.name()), reader.roles()), "1")) {
      assertThat(model.lookup().userCount()).isEqualTo(manifest.userCount());
      return reachableBytes();
    }
  }

  /** Objects are counted, after a full collection, so that garbage and free heap are not. */
  private static long reachableBytes() throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    String total = String.valueOf(histogram).lines().reduce("", (earlier, line) -> line);
    return Long.parseLong(total.strip().split(" +")[2]);
  }

  private Path folder(int users) {
    return folder.resolve(Integer.toString(users));
  }
}
