package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.SymmetricEigen;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.trainer.algorithm.likes.Likes;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The least-squares step of one side while the factors Y of the other are fixed (Hu, Koren and
 * Volinsky 2008, equation 4): with the rows Y_u of what u likes, confidence c there and 1
 * elsewhere,
 *
 * <pre>
 *   (Y'Y + l_u I + (c - 1) Y_u'Y_u) x_u = c Y_u' 1
 * </pre>
 *
 * <p>Both sides are turned first to the axes on which Y'Y is diagonal, which changes no score. What
 * is left of a row's matrix is a diagonal and one product a like, so that a few steps of {@link
 * ConjugateGradients} from the row's last factors come near the solution: for n likes, n + 1 would
 * reach it. Thread-safe once made.
 */
final class HalfStep {

  /** How many steps take a row near the solution that the next iteration changes anyway. */
  private static final int STEPS = 3;

  private final FactorRows fixed;
  private final FactorRows solved;
  private final Likes likes;
  private final Equations equations;

  /**
   * Turns both sides.
   *
   * @param likes for each row of the solved side what it likes of the fixed one
   * @param liked how many rows of the fixed side anyone likes
   */
  HalfStep(
      FactorRows fixed,
      FactorRows solved,
      Likes likes,
      int liked,
      FactorObjective.Implicit objective) {
    SymmetricEigen axes = SymmetricEigen.of(fixed.gram());
    fixed.turn(axes.vectors());
    solved.turn(axes.vectors());
    this.fixed = fixed;
    this.solved = solved;
    this.likes = likes;
    this.equations = new Equations(fixed, likes, axes.values(), liked, objective);
  }

  /**
   * Makes each row's part of the loss smaller by a few steps.
   *
   * @return the sum of the rows' parts: of all their cells, and of their regularisation
   */
  double improve() {
    return eachRow(
        () -> {
          ConjugateGradients gradients = new ConjugateGradients(equations);
          return (row, factors) -> gradients.improve(row, factors, STEPS);
        });
  }

  /**
   * Solves each row to the precision of floats, as fold-in does.
   *
   * @return the sum of the rows' parts
   */
  double solve() {
    double[][] gram = fixed.gram();
    return eachRow(() -> new ExactRow(equations, gram)::solve);
  }

  /** Changes the factors of each row that likes something, by one worker for each block. */
  private double eachRow(Supplier<RowStep> workers) {
    double[] losses = new double[likes.rows()];
    FactorRows.inBlocks(
        likes.rows(),
        first -> {
          RowStep worker = workers.get();
          for (int row = first; row < FactorRows.end(first, likes.rows()); row++) {
            if (likes.count(row) > 0) {
              float[] factors = solved.row(row);
              losses[row] = worker.change(row, factors);
              solved.put(row, factors);
            }
          }
        });
    return Arrays.stream(losses).sum();
  }

  /** Changes one row's factors; returns the row's part of the loss afterwards. */
  private interface RowStep {
    double change(int row, float[] factors);
  }
}
