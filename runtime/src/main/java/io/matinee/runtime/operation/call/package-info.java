/** google.longrunning.Operations over a service's operations, free of the service's contracts. */
@NullMarked
package io.matinee.runtime.operation.call;

import org.jspecify.annotations.NullMarked;
