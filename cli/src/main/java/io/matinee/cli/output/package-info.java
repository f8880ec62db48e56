/** Text tables and JSON on standard output. */
@NullMarked
package io.matinee.cli.output;

import org.jspecify.annotations.NullMarked;
