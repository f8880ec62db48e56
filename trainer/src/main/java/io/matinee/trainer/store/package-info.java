/**
 * The trainer's state on disk: its home folder, the SQL database and the content-addressed blobs.
 */
@NullMarked
package io.matinee.trainer.store;

import org.jspecify.annotations.NullMarked;
