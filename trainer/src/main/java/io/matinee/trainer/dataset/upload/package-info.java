/** Uploads: files on their way from a caller to this disk. */
@NullMarked
package io.matinee.trainer.dataset.upload;

import org.jspecify.annotations.NullMarked;
