/** Health by gRPC, a service at a time, and readiness by HTTP. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.health;
