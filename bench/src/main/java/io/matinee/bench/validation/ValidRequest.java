package io.matinee.bench.validation;

import com.google.protobuf.Message;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import java.util.stream.IntStream;

/** Requests that keep their contract. */
public enum ValidRequest {
  /** Recommend for a user. */
  RECOMMEND("Recommend", RecommendRequest.newBuilder().setUserId("123").setPageSize(10).build()),
  /** PredictRatings of 100 movies from 20 ratings. */
  PREDICT_RATINGS("PredictRatings, 100 ids, 20 ratings", predictRatings());

  private final String text;
  private final Message message;

  ValidRequest(String text, Message message) {
    this.text = text;
    this.message = message;
  }

  /** Returns what is asked, in a few words. */
  public String text() {
    return text;
  }

  /** Returns the request. */
  public Message message() {
    return message;
  }

  private static Message predictRatings() {
    PredictRatingsRequest.Builder request = PredictRatingsRequest.newBuilder().setUserId("123");
    IntStream.range(0, 100).forEach(movie -> request.addMovieIds("100" + movie));
    IntStream.range(0, 20)
        .forEach(
            movie ->
                request.addRatings(
                    MovieRating.newBuilder().setMovieId("200" + movie).setRating(4)));
    return request.build();
  }
}
