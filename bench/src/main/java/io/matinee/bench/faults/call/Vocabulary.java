package io.matinee.bench.faults.call;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Words that mean something to a suite, so that some odd calls get past the first check.
 *
 * @param names words for fields with a pattern
 * @param byField words for the fields of a name; others get an id
 */
public record Vocabulary(List<String> names, Map<String, List<String>> byField) {
  /** The data set of the suite that is tested. */
  public static final String DATASET = "datasets/faults";

  /** Its model. */
  public static final String MODEL = "models/movies";

  private static final int IDS = 100;

  /**
   * Returns the words of the suite that is tested. Aliases are such as no reader follows, and paths
   * such as do not exist.
   */
  public static Vocabulary ofSuite() {
    return new Vocabulary(
        List.of(
            MODEL,
            MODEL + "/versions/1",
            MODEL + "/versions/999",
            MODEL + "/aliases/odd",
            "evaluations/odd-1",
            "models/absent/versions/1",
            DATASET,
            DATASET + "/versions/1",
            "datasets/absent",
            "popular",
            "baseline",
            "ratings.csv",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Map.of(
            "uri", List.of("file:///absent/ratings.csv", "file:///", "absent/ratings.csv"),
            "etag", List.of("absent", "1"),
            "page_token", List.of("", "CAE"),
            "service", List.of("", "matinee.trainer.v1.DatasetService"),
            "genres_any", List.of("Drama", "drama", "Noir"),
            "query", List.of("movie", "the movie 7")));
  }

  /** Returns a word that fits a field. */
  String word(FieldDescriptor field, String pattern, RandomGenerator random) {
    if (!pattern.isEmpty()) {
      Pattern compiled = Pattern.compile(pattern);
      List<String> fitting = names.stream().filter(compiled.asPredicate()).toList();
      return fitting.isEmpty() ? id(random) : pick(fitting, random);
    }
    List<String> known = byField.get(field.getName());
    return known == null ? id(random) : pick(known, random);
  }

  private static String id(RandomGenerator random) {
    return Integer.toString(1 + random.nextInt(IDS));
  }

  private static String pick(List<String> words, RandomGenerator random) {
    return words.get(random.nextInt(words.size()));
  }
}
