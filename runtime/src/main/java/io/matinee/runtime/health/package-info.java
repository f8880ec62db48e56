/** Health by gRPC, service by service, and readiness by HTTP. */
@org.jspecify.annotations.NullMarked
package io.matinee.runtime.health;
