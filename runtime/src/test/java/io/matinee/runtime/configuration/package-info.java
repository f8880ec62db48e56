/** Tests of what settings may be. */
@NullMarked
package io.matinee.runtime.configuration;

import org.jspecify.annotations.NullMarked;
