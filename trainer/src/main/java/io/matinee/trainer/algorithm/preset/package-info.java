/** Presets: algorithms with settings under one name, among them each model of the notebooks. */
@NullMarked
package io.matinee.trainer.algorithm.preset;

import org.jspecify.annotations.NullMarked;
