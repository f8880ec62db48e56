package io.matinee.trainer.dataset.user;

/**
 * A user as the imported files describe them; "" where they do not.
 *
 * @param id the user's id
 * @param age the band of age, as {@link AgeBand} names it
 * @param sex F or M
 * @param occupation the occupation, in words
 */
public record UserRow(String id, String age, String sex, String occupation) {}
