/** What settings may be: checked for every {@code @ConfigMapping} of Matinee at the start. */
@NullMarked
package io.matinee.runtime.configuration;

import org.jspecify.annotations.NullMarked;
