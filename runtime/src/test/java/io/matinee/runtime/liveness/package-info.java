/** Tests of liveness. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.liveness;
