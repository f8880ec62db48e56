package io.matinee.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentSpaceTest {
  private static final double PRECISION = 1e-6;

  /** Three movies: "drama" in two of them, "war" in one, both of them once in the second movie. */
  @Test
  void weighsTermsByHand() {
    ContentSpace space =
        ContentSpace.of(
            Movies.unrated(
                Movies.movie("1", List.of("Drama"), List.of(), ""),
                Movies.movie("2", List.of("drama", "War"), List.of(), ""),
                Movies.movie("3", List.of(), List.of(), "")));
    double drama = Math.log(4.0 / 3) + 1;
    double war = Math.log(4.0 / 2) + 1;
    double expected = drama / Math.sqrt(drama * drama + war * war);
    assertThat(space.cosine(0, 1)).isCloseTo(expected, within(PRECISION));
    assertThat(space.cosine(1, 0)).isCloseTo(expected, within(PRECISION));
    assertThat(space.cosine(1, 1)).isCloseTo(1, within(PRECISION));
  }

  @Test
  void givesAMovieWithoutTermsNoDirection() {
    ContentSpace space =
        ContentSpace.of(
            Movies.unrated(
                Movies.movie("1", List.of("Drama"), List.of(), ""),
                Movies.movie("2", List.of(), List.of(), "-- a of !")));
    assertThat(space.cosine(0, 1)).isZero();
    assertThat(space.cosine(1, 1)).isZero();
    assertThat(space.pairSum(new int[] {0, 1})).isZero();
  }

  @Test
  void keepsGenresTagsAndWordsApart() {
    ContentSpace space =
        ContentSpace.of(
            Movies.unrated(
                Movies.movie("1", List.of("war"), List.of(), ""),
                Movies.movie("2", List.of(), List.of("war"), ""),
                Movies.movie("3", List.of(), List.of(), "war"),
                Movies.movie("4", List.of(), List.of(), "War; war!")));
    assertThat(space.cosine(0, 1)).isZero();
    assertThat(space.cosine(1, 2)).isZero();
    assertThat(space.cosine(2, 3)).isCloseTo(1, within(PRECISION));
  }

  /** As a movie with the genre and the tag would, for which there is no such word. */
  @Test
  void placesATextByTheGenresTagsAndWordsThatItNames() {
    ContentSpace space =
        ContentSpace.of(
            Movies.unrated(
                Movies.movie("1", List.of("Sci-Fi"), List.of("time travel"), "A machine."),
                Movies.movie("2", List.of("Drama"), List.of(), "A machine, a machine"),
                Movies.movie("3", List.of("Sci-Fi"), List.of("time travel"), "")));

    TermVector text = space.vector("Sci-fi with TIME TRAVEL!");

    assertThat(text.cosine(space.vector(2))).isCloseTo(1, within(PRECISION));
    assertThat(text.cosine(space.vector(0))).isBetween(0.5, 0.99);
    assertThat(text.cosine(space.vector(1))).isZero();
    assertThat(space.vector("the machine").cosine(space.vector(1))).isPositive();
    assertThat(space.vector("of what nobody wrote").isEmpty()).isTrue();
  }
}
