package io.matinee.model.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks and reads the parts of a snapshot. */
final class SnapshotReader {
  private static final Set<BlobRole> DICTIONARIES = Set.of(BlobRole.USERS, BlobRole.CATALOGUE);

  private final Manifest manifest;
  private final Function<BlobReference, Path> locate;
  private final Set<BlobRole> roles;
  private final List<MappedBlob> mapped = new ArrayList<>();

  SnapshotReader(Manifest manifest, Function<BlobReference, Path> locate, Set<BlobRole> roles) {
    this.manifest = manifest;
    this.locate = locate;
    this.roles = Set.copyOf(roles);
    boolean ratings = roles.contains(BlobRole.SEEN) || roles.contains(BlobRole.HELD_OUT);
    if (ratings && !roles.containsAll(DICTIONARIES)) {
      throw new IllegalArgumentException("ratings need users and catalogue, found only " + roles);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  Set<BlobRole> roles() {
    return roles;
  }

  @Nullable Catalogue catalogue() {
    return read(
        BlobRole.CATALOGUE,
        file -> {
          Catalogue catalogue = CatalogueBlob.read(file);
          requireCount("movies", manifest.movieCount(), catalogue.size());
          return catalogue;
        });
  }

  @Nullable IdDictionary users(Arena arena) {
    return map(
        BlobRole.USERS,
        arena,
        blob -> {
          IdDictionary users = UsersBlob.of(blob);
          requireCount("users", manifest.userCount(), users.size());
          return users;
        });
  }

  @Nullable RatingsMatrix ratings(
      BlobRole role, @Nullable IdDictionary users, @Nullable Catalogue catalogue, Arena arena) {
    if (users == null || catalogue == null) {
      return null;
    }
    return map(role, arena, blob -> RatingsBlob.of(blob, users, catalogue.ids()));
  }

  Optional<Scorer> scorer(
      BlobRole role,
      Optional<ScorerManifest> described,
      @Nullable RatingsMatrix seen,
      Arena arena) {
    return described.map(
        scorer ->
            map(
                role,
                arena,
                blob -> ScorerBlob.of(blob, manifest, scorer, Optional.ofNullable(seen))));
  }

  /** What was mapped so far. */
  List<MappedBlob> mapped() {
    return List.copyOf(mapped);
  }

  /**
   * Checks every blob that is to be read, the longest first, over all cores.
   *
   * @throws CorruptBlobException if a blob is not what the manifest says
   */
  void verify() {
    List<BlobReference> longestFirst =
        roles.stream()
            .filter(this::isPresent)
            .map(this::reference)
            .sorted(Comparator.comparingLong(BlobReference::size).reversed())
            .toList();
    Digests.verifyAll(longestFirst, locate);
  }

  private <T> @Nullable T map(BlobRole role, Arena arena, Function<MappedBlob, T> parser) {
    return read(
        role,
        file -> {
          MappedBlob blob = MappedBlob.map(file, reference(role), arena);
          mapped.add(blob);
          return parser.apply(blob);
        });
  }

  /** Null when the part was not asked for. */
  private <T> @Nullable T read(BlobRole role, BlobParser<T> parser) {
    if (!roles.contains(role)) {
      return null;
    }
    try {
      return parser.parse(locate.apply(reference(role)));
    } catch (JsonProcessingException
        | IllegalArgumentException
        | IndexOutOfBoundsException failure) {
      throw new CorruptBlobException(role.blobName(), "its format", String.valueOf(failure));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isPresent(BlobRole role) {
    return switch (role) {
      case CATALOGUE, USERS, SEEN, HELD_OUT -> true;
      case RANKING -> manifest.ranking().isPresent();
      case RATING -> manifest.rating().isPresent();
      case RANKING_SAVED_MODEL, RATING_SAVED_MODEL -> manifest.blob(role).isPresent();
    };
  }

  private BlobReference reference(BlobRole role) {
    return manifest
        .blob(role)
        .orElseThrow(
            () -> new CorruptBlobException(role.blobName(), "a blob", "none in the manifest"));
  }

  private static void requireCount(String of, int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException(
          "%d %s where the manifest says %d".formatted(found, of, expected));
    }
  }

  /** Reads the file of one blob. */
  @FunctionalInterface
  private interface BlobParser<T> {
    T parse(Path file) throws IOException;
  }
}
