package io.matinee.serving.catalogue;

import java.util.List;
import java.util.OptionalInt;

/**
 * A part of what a user rated.
 *
 * @param movies the movies with their ratings, in the list's order
 * @param next where the list goes on; empty at its end
 */
public record SeenPage(List<SeenMovie> movies, OptionalInt next) {}
