package io.matinee.trainer.algorithm;

import java.util.Locale;

/** What a scorer is trained on. */
public enum Device {
  /** The machine's processor. */
  CPU,
  /** A graphics processor. */
  GPU;

  /** Returns its name as manifests say it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
