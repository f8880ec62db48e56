/** What comes in: read up to a limit, judged on the wire, and only then made into objects. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.inbound;
