package io.matinee.model.scoring;

/** What a dense layer does to each of its sums. */
public enum Activation {
  /** Nothing. */
  LINEAR {
    @Override
    double of(double sum) {
      return sum;
    }

    @Override
    double slope(double output) {
      return 1;
    }

    @Override
    void apply(float[] sums) {}
  },

  /** max(0, x). */
  RELU {
    @Override
    double of(double sum) {
      return Math.max(0, sum);
    }

    @Override
    double slope(double output) {
      return output > 0 ? 1 : 0;
    }

    @Override
    void apply(float[] sums) {
      for (int index = 0; index < sums.length; index++) {
        sums[index] = Math.max(0, sums[index]);
      }
    }
  },

  /** 1 / (1 + exp(-x)). */
  SIGMOID {
    @Override
    double of(double sum) {
      return 1 / (1 + Math.exp(-sum));
    }

    @Override
    double slope(double output) {
      return output * (1 - output);
    }
  },

  /** The hyperbolic tangent. */
  TANH {
    @Override
    double of(double sum) {
      return Math.tanh(sum);
    }

    @Override
    double slope(double output) {
      return 1 - output * output;
    }
  };

  /** Returns what comes out of a sum. */
  abstract double of(double sum);

  /** Returns the derivative by the sum that an output came of. */
  abstract double slope(double output);

  /** Overwrites sums by what comes out of them. */
  void apply(float[] sums) {
    for (int index = 0; index < sums.length; index++) {
      sums[index] = (float) of(sums[index]);
    }
  }

  /** Overwrites sums by what comes out of them. */
  void apply(double[] sums) {
    for (int index = 0; index < sums.length; index++) {
      sums[index] = of(sums[index]);
    }
  }
}
