/** Starts, watches and stops the services' processes. */
@NullMarked
package io.matinee.cli.suite;

import org.jspecify.annotations.NullMarked;
