package io.matinee.serving.recommend;

/** How a list came about. */
public enum ListSource {
  /** From the user's trained state. */
  TRAINED_USER,
  /** From ratings in the request, folded in. */
  FOLDED_IN,
  /** From predicted ratings, since the ranking scorer knows nothing of the user. */
  PREDICTED_RATING,
  /** From popularity, since nothing is known of the user. */
  POPULAR
}
