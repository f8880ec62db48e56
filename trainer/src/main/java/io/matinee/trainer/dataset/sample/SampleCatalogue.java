package io.matinee.trainer.dataset.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The movies of the bundled sample, read from the resource {@code sample/movies.tsv}. */
final class SampleCatalogue {

  private static final String RESOURCE = "/sample/movies.tsv";

  private SampleCatalogue() {}

  /** Returns all movies, in the order of their ids. */
  static List<SampleMovie> movies() throws IOException {
    InputStream resource =
        Objects.requireNonNull(SampleCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(SampleMovie::parse).toList();
    }
  }
}
