@NullMarked
package io.matinee.model;

import org.jspecify.annotations.NullMarked;
