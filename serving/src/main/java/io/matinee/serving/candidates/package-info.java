/** Which movies may be in an answer. */
@org.jspecify.annotations.NullMarked
package io.matinee.serving.candidates;
