package io.matinee.serving.recommend;

import java.util.List;

/**
 * A part of a ranked list.
 *
 * @param movies the movies, best first
 * @param source how the list came about
 * @param more whether the list goes on after these
 */
public record RecommendedPage(List<RecommendedMovie> movies, ListSource source, boolean more) {}
