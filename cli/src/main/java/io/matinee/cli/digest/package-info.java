/** Digests of what is sent and taken. */
@NullMarked
package io.matinee.cli.digest;

import org.jspecify.annotations.NullMarked;
