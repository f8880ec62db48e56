/**
 * What the files of an import are called, and where they are looked for, here and at the trainer.
 */
@org.jspecify.annotations.NullMarked
package io.matinee.model.source;
