/** Training runs: queued, each in a worker process of its own, published when they end well. */
@NullMarked
package io.matinee.trainer.training;

import org.jspecify.annotations.NullMarked;
