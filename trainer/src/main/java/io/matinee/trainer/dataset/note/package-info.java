/** What an import says beside its counts: what it noticed, and what it left out. */
@NullMarked
package io.matinee.trainer.dataset.note;

import org.jspecify.annotations.NullMarked;
