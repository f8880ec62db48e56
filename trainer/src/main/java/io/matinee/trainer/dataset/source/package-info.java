/** Where an import reads: its files are found, unpacked and held to what may be read. */
@NullMarked
package io.matinee.trainer.dataset.source;

import org.jspecify.annotations.NullMarked;
