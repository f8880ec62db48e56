package io.matinee.model.scoring;

/**
 * Where a user stands in a model.
 *
 * @param vector [d]
 * @param bias added to every score of the user
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record UserState(float[] vector, float bias) {}
