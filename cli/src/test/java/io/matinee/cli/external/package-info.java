/** The packaged services as processes, driven from outside. */
@NullMarked
package io.matinee.cli.external;

import org.jspecify.annotations.NullMarked;
