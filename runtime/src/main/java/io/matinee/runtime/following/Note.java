package io.matinee.runtime.following;

import java.util.Set;

/**
 * What was loaded last of an alias, and what the next start would load it from.
 *
 * @param target the version
 * @param derived the keys of the {@linkplain DerivedFolders folders} that it uses
 */
record Note(Target target, Set<String> derived) {}
