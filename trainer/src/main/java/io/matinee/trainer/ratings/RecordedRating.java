package io.matinee.trainer.ratings;

/**
 * A live rating that is kept.
 *
 * @param rating the rating
 * @param revision the revision that recorded it
 * @param position its place in the batch of that revision, from 0
 */
public record RecordedRating(LiveRating rating, long revision, int position) {}
