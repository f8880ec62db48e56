@org.jspecify.annotations.NullMarked
package io.matinee.runtime.inbound;
