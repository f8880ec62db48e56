package io.matinee.model.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files beside ratings that describe movies and users, whatever the case of their names.
 *
 * @param usable which files may be read
 * @param goOn is called again and again; what it throws ends the search
 */
public record Neighbours(Predicate<Path> usable, Runnable goOn) {

  /**
   * Returns the files in a folder by what they describe, each as it is.
   *
   * @param ratings the name of the ratings, in lower case and unpacked
   */
  public Map<CatalogueFile, Path> of(Path folder, String ratings) throws IOException {
    Map<String, Path> named = named(folder);
    Map<CatalogueFile, Path> found = new EnumMap<>(CatalogueFile.class);
    for (CatalogueFile kind : CatalogueFile.values()) {
      Optional<Path> file =
          kind.names(ratings).stream()
              .flatMap(name -> Stream.of(name, name + SourceFileName.PACKED))
              .filter(named::containsKey)
              .map(named::get)
              .findFirst();
      file.ifPresent(path -> found.put(kind, path));
    }
    return found;
  }

  private Map<String, Path> named(Path folder) throws IOException {
    Map<String, Path> named = new HashMap<>();
    FolderEntries.visit(
        folder,
        entry -> {
          goOn.run();
          if (CatalogueFile.of(SourceFileName.plain(entry)).isPresent() && usable.test(entry)) {
            named.merge(
                SourceFileName.lower(entry),
                entry,
                BinaryOperator.minBy(Comparator.naturalOrder()));
          }
        });
    return named;
  }
}
