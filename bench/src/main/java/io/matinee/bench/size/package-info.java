/** Data of any size, made up from a seed: ratings as files, and a model version. */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.size;
