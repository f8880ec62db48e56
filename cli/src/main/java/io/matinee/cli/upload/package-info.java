/** Uploads: which files of a folder an import reads, and how they go to the trainer. */
@NullMarked
package io.matinee.cli.upload;

import org.jspecify.annotations.NullMarked;
