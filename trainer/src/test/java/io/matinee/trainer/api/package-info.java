/** Tests of the trainer's services over a socket. */
@NullMarked
package io.matinee.trainer.api;

import org.jspecify.annotations.NullMarked;
