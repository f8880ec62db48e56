/** What is tried before a release: that every platform has what it needs. */
@NullMarked
package io.matinee.bench.release;

import org.jspecify.annotations.NullMarked;
