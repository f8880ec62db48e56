/** Progress of long work, as a bar on a terminal and as lines elsewhere. */
@NullMarked
package io.matinee.cli.progress;

import org.jspecify.annotations.NullMarked;
