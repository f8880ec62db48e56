package io.matinee.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.Movie;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void writesNumbersAlikeInEveryLocale() {
    assertThat(Wording.count(100_004)).isEqualTo("100,004");
    assertThat(Wording.rating(4)).isEqualTo("4");
    assertThat(Wording.rating(3.5)).isEqualTo("3.5");
    assertThat(Wording.rating(.125f)).isEqualTo("0.125");
    assertThat(Wording.rating(.1f)).isEqualTo("0.1");
    assertThat(Wording.rating(-0.0)).isEqualTo("0");
    assertThat(Wording.rating(100)).isEqualTo("100");
    assertThat(Wording.decimal(-.00004, 4)).isEqualTo("0.0000");
    assertThat(Wording.decimal(-.4, 0)).isEqualTo("0");
    assertThat(Wording.decimal(-.00006, 4)).isEqualTo("-0.0001");
    assertThat(Wording.bytes(812)).isEqualTo("812 B");
    assertThat(Wording.bytes(4_600_000)).isEqualTo("4.6 MB");
  }

  @Test
  void namesWhatUsersDid() {
    EventKind rating = EventKind.EVENT_KIND_RATING;
    EventKind watch = EventKind.EVENT_KIND_WATCH;

    assertThat(Wording.event(rating)).isEqualTo("rating");
    assertThat(Wording.event(watch)).isEqualTo("watch");
    assertThat(Wording.events(Stream.of(watch, watch))).isEqualTo("watches");
    assertThat(Wording.events(Stream.of(watch, rating, watch))).isEqualTo("ratings or watches");
  }

  @Test
  void writesTimesAndDurations() {
    assertThat(Wording.time(Timestamp.newBuilder().setSeconds(1_475_366_400).build()))
        .isEqualTo("2016-10-02 00:00:00Z");
    assertThat(Wording.date(Timestamp.getDefaultInstance())).isEqualTo("-");
    assertThat(Wording.duration(Duration.ofMillis(5_600))).isEqualTo("5.6 s");
    assertThat(Wording.duration(Duration.ofSeconds(184))).isEqualTo("3 min 4 s");
    assertThat(Wording.duration(Duration.ofMinutes(62))).isEqualTo("1 h 2 min");
  }

  @Test
  void standsInForWhatIsUnknownOfAMovie() {
    Movie bare = Movie.newBuilder().setMovieId("7").build();

    assertThat(Wording.title(bare)).isEqualTo("movie 7");
    assertThat(Wording.year(bare)).isEqualTo("-");
    assertThat(Wording.genres(bare)).isEqualTo("-");
    assertThat(Wording.title(bare.toBuilder().setTitle("x".repeat(60)).build())).hasSize(46);
  }
}
