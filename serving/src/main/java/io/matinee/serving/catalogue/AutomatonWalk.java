package io.matinee.serving.catalogue;

import java.util.Arrays;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;

/**
 * Runs an automaton over words in their order, and over the beginning that a word has in common
 * with the one before only once. Not thread-safe.
 */
final class AutomatonWalk {
  private static final int DEAD = -1;

  private final CharacterRunAutomaton automaton;

  /** The state behind each character of the last word that was run; the first is the start. */
  private int[] states = new int[64];

  /** How many characters of the last word were run. */
  private int run;

  AutomatonWalk(CharacterRunAutomaton automaton) {
    this.automaton = automaton;
  }

  /**
   * Returns whether the automaton accepts a word.
   *
   * @param shared how many characters it has in common with the word of the last call
   */
  boolean accepts(String word, int shared) {
    int at = Math.min(shared, run);
    states = word.length() < states.length ? states : Arrays.copyOf(states, word.length() * 2);
    while (at < word.length() && states[at] != DEAD) {
      int character = word.codePointAt(at);
      int next = automaton.step(states[at], character);
      at += Character.charCount(character);
      states[at] = next;
    }
    run = at;
    return at == word.length() && states[at] != DEAD && automaton.isAccept(states[at]);
  }
}
