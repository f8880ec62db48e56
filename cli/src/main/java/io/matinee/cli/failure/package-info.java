/** What can go wrong, as one readable line and an exit code. */
@NullMarked
package io.matinee.cli.failure;

import org.jspecify.annotations.NullMarked;
