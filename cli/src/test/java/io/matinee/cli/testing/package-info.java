/** What commands are tested against: services on a socket, and a screen that nobody reads. */
@NullMarked
package io.matinee.cli.testing;

import org.jspecify.annotations.NullMarked;
