package io.matinee.trainer.dataset.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The sample that Matinee brings along: about 600 real movies and about 60,000 generated ratings by
 * 1,000 users who do not exist. Whoever shows it says that it is synthetic.
 *
 * <p>The same bytes are written every time: the generator L64X128MixRandom is seeded with a
 * constant, transcendental functions are those of {@link StrictMath}, and no clock is read. What is
 * drawn is told by {@link Persona}, {@link UserGenerator} and {@link RatingGenerator}.
 */
public final class BundledSample {

  /** The number of users. */
  public static final int USERS = 1_000;

  private static final long SEED = 20_260_101;

  private BundledSample() {}

  /**
   * Writes {@code movies.csv}, {@code ratings.csv} and {@code tags.csv} in the form of MovieLens.
   *
   * @param folder where to write; made if it is not there, files of these names are replaced
   * @throws IOException if a file cannot be written
   */
  public static void writeTo(Path folder) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    List<SampleMovie> movies = SampleCatalogue.movies();
    List<SampleRating> ratings = ratings(movies, random);
    Files.createDirectories(folder);
    MovieLensFiles.writeMovies(folder.resolve("movies.csv"), movies);
    MovieLensFiles.writeRatings(folder.resolve("ratings.csv"), ratings);
    MovieLensFiles.writeTags(folder.resolve("tags.csv"), TagGenerator.draw(ratings, random));
  }

  private static List<SampleRating> ratings(List<SampleMovie> movies, RandomGenerator random) {
    UserGenerator users = new UserGenerator(movies);
    RatingGenerator generator = new RatingGenerator(movies, random);
    List<SampleRating> ratings = new ArrayList<>();
    for (int user = 1; user <= USERS; user++) {
      ratings.addAll(generator.draw(users.draw(user, random), random));
    }
    return ratings;
  }
}
