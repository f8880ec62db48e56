/** Page tokens that are bound to the request they continue. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.paging;
