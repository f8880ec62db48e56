package io.matinee.trainer.worker;

import io.matinee.model.catalogue.Movie;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.Split;
import java.util.List;

/**
 * What a run trains on.
 *
 * @param split the ratings in two parts with the same dictionaries
 * @param movies the movies in the order of the movies' dictionary
 * @param rule which ratings are held out, as it turned out
 */
record TrainingData(Split split, List<Movie> movies, HoldOut rule) {

  TrainingData {
    movies = List.copyOf(movies);
  }
}
