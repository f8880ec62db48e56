/** The contracts of the service: proto messages in, proto messages out. */
@NullMarked
package io.matinee.similarity.api;

import org.jspecify.annotations.NullMarked;
