package io.matinee.trainer.dataset.sample;

import java.util.List;

/**
 * A user of the bundled sample.
 *
 * @param id the user's id, from 1
 * @param taste how much the user looks for each movie, in the order of the catalogue; mean 0
 * @param generosity how far the user's ratings lie above those of others, in stars
 * @param activity how many movies the user rates
 * @param joined the first rating's time, in epoch seconds
 */
record SampleUser(int id, List<Double> taste, double generosity, int activity, long joined) {

  SampleUser {
    taste = List.copyOf(taste);
  }
}
