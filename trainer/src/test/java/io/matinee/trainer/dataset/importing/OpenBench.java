package io.matinee.trainer.dataset.importing;

import io.matinee.trainer.dataset.source.ImportLimits;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A bench to import on, and a folder of the files to import. */
abstract class OpenBench {
  @TempDir Path folder;
  ImportBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new ImportBench(folder.resolve("home"), limits());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /** How much an import may read. */
  ImportLimits limits() {
    return ImportBench.LIMITS;
  }

  /** Writes a file below the folder, in UTF-8. */
  Path write(String name, String text) throws IOException {
    return write(name, text, StandardCharsets.UTF_8);
  }

  /** Writes a file below the folder. */
  Path write(String name, String text, Charset charset) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, charset);
  }
}
