/**
 * Messages that several services speak, made of the model's types and read into them: the room of
 * the runtime that knows {@code matinee.model.v1}.
 */
@NullMarked
package io.matinee.runtime.api;

import org.jspecify.annotations.NullMarked;
