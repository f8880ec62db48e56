/** A service around which the runtime is tried out. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.service;
