package io.matinee.serving.api;

import io.matinee.proto.model.v1.Fallback;
import io.matinee.proto.model.v1.ListOptions;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.proto.serving.v1.ListSource;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.PredictRatingsResponse;
import io.matinee.proto.serving.v1.PredictedRating;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.runtime.api.MovieFilters;
import io.matinee.runtime.api.RatingEvent;
import io.matinee.runtime.error.Unimplemented;
import io.matinee.runtime.paging.PageSize;
import io.matinee.runtime.paging.PageStart;
import io.matinee.serving.recommend.GivenRating;
import io.matinee.serving.recommend.PredictedRatings;
import io.matinee.serving.recommend.RecommendQuery;
import io.matinee.serving.recommend.RecommendedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Answers requests for recommendations and predictions from one loaded version. */
final class Recommending {
  private static final int DEFAULT_PAGE_SIZE = 10;
  private static final long RATED = 1;

  private Recommending() {}

  static RecommendResponse recommend(
      RecommendRequest request, PageStart start, ServingModel model, String version) {
    if (request.getTastesCount() > 0) {
      throw Unimplemented.of("tastes", "are not taken by a scorer yet: give ratings of movies");
    }
    int size = PageSize.of(request.getPageSize(), DEFAULT_PAGE_SIZE);
    RecommendedPage page = model.recommender().recommend(query(request), start.offset(), size);
    OptionalInt next =
        page.more() ? OptionalInt.of(start.offset() + page.movies().size()) : OptionalInt.empty();
    return RecommendResponse.newBuilder()
        .setUnknownFields(model.encodedMovies().field(page.movies(), request.getView()))
        .setNextPageToken(start.next(version, next))
        .setModelVersion(version)
        .setSource(source(page.source()))
        .build();
  }

  static PredictRatingsResponse predict(
      PredictRatingsRequest request, ServingModel model, String version) {
    PredictedRatings predicted =
        model
            .predictor()
            .predict(
                request.getUserId(), given(request.getRatingsList()), request.getMovieIdsList());
    PredictRatingsResponse.Builder response =
        PredictRatingsResponse.newBuilder()
            .setModelVersion(version)
            .addAllMissingIds(predicted.missingIds());
    predicted.ratings().forEach(rating -> response.addPredictions(message(rating)));
    return response.build();
  }

  private static RecommendQuery query(RecommendRequest request) {
    ListOptions options = request.getOptions();
    return new RecommendQuery(
        request.getUserId(),
        given(request.getRatingsList()),
        MovieFilters.read(options.getFilter(), "options.filter", RATED),
        options.getIncludeSeen(),
        options.getFallback() == Fallback.FALLBACK_POPULAR);
  }

  private static PredictedRating message(PredictedRatings.Rating rating) {
    return PredictedRating.newBuilder()
        .setMovieId(rating.movieId())
        .setPredictedRating(rating.rating())
        .build();
  }

  private static List<GivenRating> given(List<MovieRating> ratings) {
    List<GivenRating> given = new ArrayList<>(ratings.size());
    for (MovieRating message : ratings) {
      RatingEvent event = RatingEvent.of(message);
      given.add(new GivenRating(message.getMovieId(), event.kind(), event.rating(given.size())));
    }
    return given;
  }

  private static ListSource source(io.matinee.serving.recommend.ListSource source) {
    return switch (source) {
      case TRAINED_USER -> ListSource.LIST_SOURCE_TRAINED_USER;
      case FOLDED_IN -> ListSource.LIST_SOURCE_FOLDED_IN;
      case PREDICTED_RATING -> ListSource.LIST_SOURCE_PREDICTED_RATING;
      case POPULAR -> ListSource.LIST_SOURCE_POPULAR;
    };
  }
}
