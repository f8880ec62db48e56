/**
 * Data sets: ratings and a catalogue brought in from files, checked, and kept as versions. An
 * import walks {@code source} (find and unpack), {@code form} (what the ratings are written in),
 * {@code rating} and {@code catalogue} (text becomes tables) to {@code version} (what is kept);
 * {@code importing} leads it, {@code description} looks at what came of it.
 */
@NullMarked
package io.matinee.trainer.dataset;

import org.jspecify.annotations.NullMarked;
