package io.matinee.model.ratings;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A dictionary seen as a list. */
final class IdList extends AbstractList<String> implements RandomAccess {
  private final IdDictionary dictionary;

  IdList(IdDictionary dictionary) {
    this.dictionary = dictionary;
  }

  @Override
  public String get(int index) {
    return dictionary.id(index);
  }

  @Override
  public int size() {
    return dictionary.size();
  }
}
