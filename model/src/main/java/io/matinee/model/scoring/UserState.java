package io.matinee.model.scoring;

/** Where a user stands in a model: what a scorer of one kind scores movies from. */
public sealed interface UserState permits UserVector, RatedMovies {}
