@NullMarked
package io.matinee.model.scoring;

import org.jspecify.annotations.NullMarked;
