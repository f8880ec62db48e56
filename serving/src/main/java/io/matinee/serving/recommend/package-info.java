/** Lists for users and predicted ratings, with what is known of a user folded in. */
@org.jspecify.annotations.NullMarked
package io.matinee.serving.recommend;
