package io.matinee.cli.demo;

import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.serving.v1.ListSeenMoviesRequest;
import io.matinee.proto.serving.v1.ListSeenMoviesResponse;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesResponse;

/**
 * The calls that the demo shows, with what came back.
 *
 * @param seenRequest what the user rated
 * @param seen the answer
 * @param recommendRequest what to recommend
 * @param recommended the answer
 * @param famous a well-known movie: the most rated one
 * @param similarRequest what is similar to it
 * @param similar the answer
 */
record DemoAnswers(
    ListSeenMoviesRequest seenRequest,
    ListSeenMoviesResponse seen,
    RecommendRequest recommendRequest,
    RecommendResponse recommended,
    Movie famous,
    FindSimilarMoviesRequest similarRequest,
    FindSimilarMoviesResponse similar) {}
