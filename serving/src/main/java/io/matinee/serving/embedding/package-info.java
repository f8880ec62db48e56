/** The vectors of movies and users. */
@org.jspecify.annotations.NullMarked
package io.matinee.serving.embedding;
