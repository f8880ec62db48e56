/** Tests of the messages that several services speak. */
@NullMarked
package io.matinee.runtime.api;

import org.jspecify.annotations.NullMarked;
