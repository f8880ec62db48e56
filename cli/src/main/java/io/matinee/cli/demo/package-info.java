/** The demo: from ratings to recommendations, step by step. */
@NullMarked
package io.matinee.cli.demo;

import org.jspecify.annotations.NullMarked;
