/** What data-set versions hold, as files for others. */
@NullMarked
package io.matinee.trainer.dataset.export;

import org.jspecify.annotations.NullMarked;
