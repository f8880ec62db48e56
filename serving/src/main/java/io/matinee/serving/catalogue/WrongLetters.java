package io.matinee.serving.catalogue;

import java.util.function.IntConsumer;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * How many wrong letters are forgiven in a word: one from 4 letters on, two from 8. A letter is
 * wrong that is another, missing or too many, or that stands on the wrong side of its neighbour. In
 * numbers, and in words longer than any title needs, none is forgiven.
 */
final class WrongLetters {
  private static final int LETTERS_FOR_ONE = 4;
  private static final int LETTERS_FOR_TWO = 8;
  private static final int LETTERS_AT_MOST = 64;

  private final String word;
  private final int forgiven;

  private WrongLetters(String word, int forgiven) {
    this.word = word;
    this.forgiven = forgiven;
  }

  /** Returns what is forgiven in a word. */
  static WrongLetters in(String word) {
    return new WrongLetters(word, forgiven(word));
  }

  private static int forgiven(String word) {
    int letters = word.codePointCount(0, word.length());
    if (letters > LETTERS_AT_MOST || word.codePoints().anyMatch(Character::isDigit)) {
      return 0;
    }
    if (letters >= LETTERS_FOR_TWO) {
      return 2;
    }
    return letters >= LETTERS_FOR_ONE ? 1 : 0;
  }

  /** Calls with every word of a vocabulary that has one wrong letter at most. */
  void forOneWrong(Vocabulary vocabulary, IntConsumer found) {
    visit(1, vocabulary, found);
  }

  /** Calls with every word of a vocabulary that has two wrong letters at most. */
  void forTwoWrong(Vocabulary vocabulary, IntConsumer found) {
    visit(2, vocabulary, found);
  }

  private void visit(int wrong, Vocabulary vocabulary, IntConsumer found) {
    if (wrong <= forgiven) {
      Automaton near = new LevenshteinAutomata(word, true).toAutomaton(wrong);
      vocabulary.forAccepted(new CharacterRunAutomaton(near), found);
    }
  }
}
