/** The running service over a real socket, following a registry that is one too. */
@org.jspecify.annotations.NullMarked
package io.matinee.serving.call;
