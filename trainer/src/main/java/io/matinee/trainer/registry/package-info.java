/** The model registry: published versions, aliases, evaluations, and who reads what. */
@NullMarked
package io.matinee.trainer.registry;

import org.jspecify.annotations.NullMarked;
