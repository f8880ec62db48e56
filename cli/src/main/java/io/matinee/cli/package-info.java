/**
 * The matinee command line: a gRPC client like any other, and the keeper of the demo's processes.
 */
@NullMarked
package io.matinee.cli;

import org.jspecify.annotations.NullMarked;
