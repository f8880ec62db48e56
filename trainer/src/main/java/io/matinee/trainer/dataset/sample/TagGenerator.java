package io.matinee.trainer.dataset.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Lets raters of each movie give its themes as tags: one to three raters a theme. */
final class TagGenerator {

  private static final int MOST_TAGGERS = 3;

  private TagGenerator() {}

  static List<SampleTag> draw(List<SampleRating> ratings, RandomGenerator random) {
    Map<Integer, List<SampleRating>> byMovie =
        ratings.stream()
            .collect(
                Collectors.groupingBy(
                    rating -> rating.movie().id(), TreeMap::new, Collectors.toList()));
    List<SampleTag> tags = new ArrayList<>();
    for (List<SampleRating> raters : byMovie.values()) {
      for (String theme : raters.getFirst().movie().themes()) {
        random
            .ints(random.nextInt(1, MOST_TAGGERS + 1), 0, raters.size())
            .distinct()
            .forEach(rater -> tags.add(SampleTag.of(raters.get(rater), theme)));
      }
    }
    return tags;
  }
}
