/** What the services answer, as text for people. */
@NullMarked
package io.matinee.cli.view;

import org.jspecify.annotations.NullMarked;
