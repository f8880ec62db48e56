package io.matinee.serving.catalogue;

import java.util.List;
import java.util.OptionalInt;

/**
 * A part of a list of movies or users.
 *
 * @param indices the movies' or users' indices, in the list's order
 * @param next where the list goes on; empty at its end
 */
public record IndexPage(List<Integer> indices, OptionalInt next) {}
