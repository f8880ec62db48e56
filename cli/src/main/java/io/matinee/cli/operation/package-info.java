/** Work on the services that takes more than one call, shared by the subcommands and the demo. */
@NullMarked
package io.matinee.cli.operation;

import org.jspecify.annotations.NullMarked;
