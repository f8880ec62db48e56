/** Movies and users to look up, list and search. */
@org.jspecify.annotations.NullMarked
package io.matinee.serving.catalogue;
