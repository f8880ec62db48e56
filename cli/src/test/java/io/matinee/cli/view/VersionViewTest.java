package io.matinee.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.HeldOutPart;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.Scorer;
import io.matinee.proto.model.v1.TriedRanker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How versions are shown, those of another release too. */
class VersionViewTest {
  private final ModelVersion ofAnotherRelease =
      ModelVersion.newBuilder()
          .setName("models/movies/versions/2")
          .addBlobs(Blob.newBuilder().setName("manifest").setSizeBytes(812))
          .build();

  @Test
  void saysOfAVersionThatTheTrainerDoesNotReadThatItDoesNot() {
    assertThat(VersionView.list(List.of(ofAnotherRelease))).contains("(format not read)");
    assertThat(VersionView.describe(ofAnotherRelease, List.of()))
        .contains("of a format that the trainer does not read: update it, or train again")
        .contains("manifest")
        .doesNotContain("held out");
  }

  @Test
  void saysNothingOfRatingsWhereAVersionIsOfWatches() {
    Value least = Value.newBuilder().setNumberValue(0).build();
    Scorer als =
        Scorer.newBuilder()
            .setAlgorithmId("als")
            .putHyperParameters("minimum-rating", least)
            .putHyperParameters("alpha", least)
            .build();
    ModelVersion ratings = ofAnotherRelease.toBuilder().setRanking(als).build();
    ModelVersion watches = ratings.toBuilder().setEventKind(EventKind.EVENT_KIND_WATCH).build();

    assertThat(VersionView.describe(ratings, List.of())).contains("alpha=0 minimum-rating=0");
    assertThat(VersionView.describe(watches, List.of()))
        .contains("alpha=0", "movies  watches  created")
        .doesNotContain("minimum-rating", "ratings");
    assertThat(VersionView.list(List.of(watches, ratings)))
        .contains("movies  ratings or watches  created");
  }

  @Test
  void saysOfWhatWasImportedWhoHasFactors() {
    Scorer imported =
        Scorer.newBuilder()
            .setAlgorithmId("imported")
            .putFigures("movies_with_factors", 1_200)
            .putFigures("movies_unknown", 3)
            .putFigures("users_folded_in", 2)
            .putFigures("narrowed_to_float32", 1)
            .build();
    ModelVersion version = ofAnotherRelease.toBuilder().setRating(imported).build();

    assertThat(VersionView.trained(version))
        .contains(
            "movies: 1,200 with factors, 0 without; 3 of the file",
            "2 folded in from their ratings",
            "narrowed to 32");
    assertThat(VersionView.describe(version, List.of())).contains("1,200 with factors");
    assertThat(
            VersionView.trained(
                version.toBuilder().setRating(imported.toBuilder().setAlgorithmId("als")).build()))
        .doesNotContain("factors");
  }

  @Test
  void tellsWhatARankerWasChosenAmong() {
    Scorer chosen =
        Scorer.newBuilder()
            .setAlgorithmId("als")
            .addTriedRankers(tried("als", .25))
            .addTriedRankers(tried("als", .2))
            .addTriedRankers(tried("popular", .125))
            .build();

    assertThat(VersionView.trained(ofAnotherRelease.toBuilder().setRanking(chosen).build()))
        .contains("chosen by NDCG@10 on a part of the training: als 0.2500, popular 0.1250")
        .doesNotContain("warning");
  }

  @Test
  void warnsWhereNothingBeatsPopularMovies() {
    Scorer chosen =
        Scorer.newBuilder()
            .setAlgorithmId("popular")
            .addTriedRankers(tried("popular", .125))
            .addTriedRankers(tried("als", .1))
            .build();

    assertThat(VersionView.trained(ofAnotherRelease.toBuilder().setRanking(chosen).build()))
        .contains("warning: nothing that was tried ranks better than popular movies do");
  }

  private static TriedRanker tried(String algorithm, double gain) {
    return TriedRanker.newBuilder().setAlgorithmId(algorithm).setNormalisedGain(gain).build();
  }

  @Test
  void saysByWhichRuleRatingsWereHeldOut() {
    HeldOutPart.Builder part = HeldOutPart.newBuilder().setRule("last_per_user=2");
    assertThat(trained(part.setRatingCount(1_220)))
        .endsWith("held out: 1,220 ratings by last_per_user=2");
    assertThat(trained(part.setRatingCount(0).setRule("none"))).endsWith("held out: 0 ratings");
    assertThat(trained(HeldOutPart.newBuilder().setRatingCount(2).setSplit("datasets/d/splits/s")))
        .endsWith("held out: 2 ratings of datasets/d/splits/s");
  }

  private static String trained(HeldOutPart.Builder part) {
    return VersionView.trained(
        ModelVersion.newBuilder()
            .setName("models/movies/versions/1")
            .setEventKind(EventKind.EVENT_KIND_RATING)
            .setHeldOut(part)
            .build());
  }

  @Test
  void showsTheScorersOfAVersion() {
    ModelVersion version =
        ofAnotherRelease.toBuilder()
            .setRanking(Scorer.newBuilder().setAlgorithmId("ease"))
            .setRating(Scorer.newBuilder().setAlgorithmId("baseline"))
            .build();
    ModelVersion ofPreset =
        ofAnotherRelease.toBuilder()
            .setRating(
                Scorer.newBuilder().setAlgorithmId("embedding-dot").setPreset("notebook-000"))
            .build();

    assertThat(VersionView.list(List.of(ofPreset))).contains("embedding-dot (notebook-000)");
    assertThat(VersionView.list(List.of(version))).contains("ease + baseline");
    assertThat(VersionView.describe(version, List.of()))
        .contains("held out")
        .doesNotContain("does not read");
  }
}
