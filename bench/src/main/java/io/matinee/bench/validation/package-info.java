/** What it costs to check a request, and to refuse one. */
@org.jspecify.annotations.NullMarked
package io.matinee.bench.validation;
