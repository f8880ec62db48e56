/**
 * Models that TensorFlow trains: graphs are built with {@code org.tensorflow.Graph}, written as a
 * SavedModel and driven through DJL, whose own training interface does not train on TensorFlow.
 */
@NullMarked
package io.matinee.trainer.algorithm.tensorflow;

import org.jspecify.annotations.NullMarked;
