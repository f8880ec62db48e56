/** The trainer's gRPC services: contracts in, own types to the rooms that do the work, and back. */
@NullMarked
package io.matinee.trainer.api;

import org.jspecify.annotations.NullMarked;
