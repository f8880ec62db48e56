/** The whole service, driven from outside. */
@org.jspecify.annotations.NullMarked
package io.matinee.serving;
