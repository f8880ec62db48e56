/** The subcommands, one class each. */
@NullMarked
package io.matinee.cli.command;

import org.jspecify.annotations.NullMarked;
