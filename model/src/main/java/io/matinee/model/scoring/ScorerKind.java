package io.matinee.model.scoring;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of scorers: what they compute from, and so how they are stored. */
public enum ScorerKind {
  /** Biases of movies and users alone. */
  BIASES("biases"),
  /** Vectors and biases of movies and users. */
  FACTORS("factors"),
  /** Sparse weights between movies. */
  NEIGHBOURS("neighbours"),
  /** Dense layers over vectors of movies and users. */
  NETWORK("network");

  private final String id;

  ScorerKind(String id) {
    this.id = id;
  }

  /** Returns the name that manifests use. */
  public String id() {
    return id;
  }

  /** Returns the kind of a name, if there is one. */
  public static Optional<ScorerKind> named(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
  }
}
