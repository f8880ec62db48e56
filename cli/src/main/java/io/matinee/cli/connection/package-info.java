/** Endpoints, profiles and channels to the services. */
@NullMarked
package io.matinee.cli.connection;

import org.jspecify.annotations.NullMarked;
