/** Tests of uploads. */
@NullMarked
package io.matinee.cli.upload;

import org.jspecify.annotations.NullMarked;
