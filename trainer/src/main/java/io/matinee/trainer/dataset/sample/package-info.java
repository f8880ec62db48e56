/** The bundled sample: real movies with ratings from a seeded generator, labelled synthetic. */
@NullMarked
package io.matinee.trainer.dataset.sample;

import org.jspecify.annotations.NullMarked;
