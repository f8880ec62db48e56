/** Tests of the paging. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.paging;
