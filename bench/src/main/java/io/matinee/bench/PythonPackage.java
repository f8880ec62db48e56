package io.matinee.bench;

import java.util.Locale;

/** A package of Python that a yardstick is made of: another version would be another yardstick. */
enum PythonPackage {
  /** Alternating least squares. */
  IMPLICIT("0.7.3"),
  /** Arrays. */
  NUMPY("2.4.6"),
  /** Tables. */
  PANDAS("3.1.1"),
  /** Sparse matrices. */
  SCIPY("1.17.1");

  private final String version;

  PythonPackage(String version) {
    this.version = version;
  }

  /** Returns the package of this version as pip takes it. */
  String requirement() {
    return id() + "==" + version;
  }

  /** Returns the package and its version as figures tell them, e.g. "pandas 3.1.1". */
  String inWords() {
    return id() + " " + version;
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
