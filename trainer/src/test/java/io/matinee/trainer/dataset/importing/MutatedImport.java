package io.matinee.trainer.dataset.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;

/**
 * A folder, zip or gz of small files, some of them mutated, as they follow from a seed.
 *
 * @param files the files as they lie at the source, by name
 * @param source the name of what is imported; "" for the folder
 * @param packed the files before they were packed, where the package was mutated and not they
 */
record MutatedImport(Map<String, byte[]> files, String source, Map<String, byte[]> packed) {
  /** The import of a seed. */
  static MutatedImport of(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    NavigableMap<String, byte[]> files = SeedFiles.of(random.nextInt(SeedFiles.ALL.size()));
    int way = random.nextInt(8);
    if (way == 0) {
      byte[] zip = Mutation.of(SeedFiles.zip(files), random);
      return new MutatedImport(Map.of("set.zip", zip), "set.zip", files);
    }
    Map.Entry<String, byte[]> ratings = ratings(files);
    String name = ratings.getKey();
    if (way == 1) {
      byte[] gzip = Mutation.of(SeedFiles.gzip(ratings.getValue()), random);
      return new MutatedImport(
          Map.of(name + ".gz", gzip), name + ".gz", Map.of(name, ratings.getValue()));
    }
    files.replaceAll((each, file) -> random.nextInt(2) == 0 ? Mutation.of(file, random) : file);
    if (way == 2) {
      return new MutatedImport(Map.of("set.zip", SeedFiles.zip(files)), "set.zip", files);
    }
    return new MutatedImport(files, way == 3 ? name : "", Map.of());
  }

  private static Map.Entry<String, byte[]> ratings(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().matches("ratings.*|u\\.data|combined.*"))
        .findFirst()
        .orElseThrow();
  }

  /** Writes the files into a folder that is there; returns what to import. */
  Path writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder.resolve(source);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("import of \"" + source + "\"");
    files.forEach(
        (name, bytes) ->
            text.append("\n--- ")
                .append(name)
                .append('\n')
                .append(new String(bytes, StandardCharsets.ISO_8859_1)));
    return text.toString();
  }
}
