package io.matinee.model.scoring.ranking;

import io.matinee.model.scoring.UserState;

/**
 * A user of whom a scorer knows something.
 *
 * @param user the user's index
 * @param state the user's state in the scorer
 */
record KnownUser(int user, UserState state) {}
