/** The launcher script, run as a user runs it. */
@NullMarked
package io.matinee.cli.launcher;

import org.jspecify.annotations.NullMarked;
