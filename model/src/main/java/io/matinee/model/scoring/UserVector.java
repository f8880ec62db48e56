package io.matinee.model.scoring;

/**
 * A user's place in a space of factors.
 *
 * @param vector [d]; d is 0 for scorers of biases alone
 * @param bias added to every score of the user
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record UserVector(float[] vector, float bias) implements UserState {}
