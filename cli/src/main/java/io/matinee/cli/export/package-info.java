/** Takes what the trainer exports. */
@NullMarked
package io.matinee.cli.export;

import org.jspecify.annotations.NullMarked;
