/** What surrounds every call: request id, deadline, validation, errors, and an orderly end. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.call;
