/** What readers are tested against: a registry over a socket, and a small model that is real. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.testing;
