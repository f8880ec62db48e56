package io.matinee.cli.upload;

import io.matinee.proto.trainer.v1.RatingsForm;
import java.util.List;

/**
 * The forms of ratings, by their names on the command line, with the files of a folder that an
 * import reads.
 */
public enum FileForm {
  /** MovieLens csv. */
  csv(RatingsForm.RATINGS_FORM_MOVIELENS_CSV, "ratings.csv", "movies.csv", "links.csv", "tags.csv"),
  /** MovieLens ratings.dat. */
  dat(RatingsForm.RATINGS_FORM_MOVIELENS_DAT, "ratings.dat", "movies.dat", "links.dat", "tags.dat"),
  /** MovieLens u.data. */
  data(RatingsForm.RATINGS_FORM_MOVIELENS_DATA, "u.data", "u.item");

  private final RatingsForm contract;
  private final String ratings;
  private final List<String> beside;

  FileForm(RatingsForm contract, String ratings, String... beside) {
    this.contract = contract;
    this.ratings = ratings;
    this.beside = List.of(beside);
  }

  /** Returns the form as the contracts name it. */
  public RatingsForm contract() {
    return contract;
  }

  /** Returns what its file of ratings is called. */
  String ratings() {
    return ratings;
  }

  /** Returns what the files are called that may lie beside the ratings. */
  List<String> beside() {
    return beside;
  }
}
