package io.matinee.serving.catalogue;

/** How close a title comes to what is looked for, the closest first. */
enum Closeness {
  /** It has the word. */
  EXACT,
  /** A word of it begins so. */
  BEGUN,
  /** A word of it differs in one letter. */
  ONE_WRONG,
  /** A word of it differs in two letters. */
  TWO_WRONG,
  /** It has no such word. */
  NONE
}
