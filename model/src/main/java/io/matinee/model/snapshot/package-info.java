/**
 * A model version on disk: manifest, safetensors arrays, digests, written durably and mapped
 * without a copy.
 */
@NullMarked
package io.matinee.model.snapshot;

import org.jspecify.annotations.NullMarked;
