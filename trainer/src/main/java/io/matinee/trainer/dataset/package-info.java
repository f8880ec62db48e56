/** Data sets: ratings and a catalogue brought in from files, checked, and kept as versions. */
@NullMarked
package io.matinee.trainer.dataset;

import org.jspecify.annotations.NullMarked;
