/** A ranker fitted to likes of any number, in a process of its own. */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.scale;
