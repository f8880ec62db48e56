package io.matinee.trainer.algorithm.neighbours;

/**
 * A symmetric matrix of which the lower triangle is held, in square tiles. There is no limit of
 * 2^31 elements. The last tiles are padded by rows and columns of zeros. Threads may write
 * different elements at once.
 */
final class SymmetricTiles {

  /** Rows and columns of a tile: two tiles (256 KB) stay in a core's own cache. */
  static final int WIDTH = 128;

  private final int size;

  /** Row by row of the lower triangle, [WIDTH, WIDTH] each, row-major. */
  private final double[][][] tiles;

  SymmetricTiles(int size) {
    this.size = size;
    this.tiles = new double[Math.ceilDiv(size, WIDTH)][][];
    for (int row = 0; row < tiles.length; row++) {
      tiles[row] = new double[row + 1][WIDTH * WIDTH];
    }
  }

  /** Returns the bytes that the tiles of such a matrix take. */
  static long bytes(int size) {
    long count = Math.ceilDiv(size, WIDTH);
    return count * (count + 1) / 2 * WIDTH * WIDTH * Double.BYTES;
  }

  int size() {
    return size;
  }

  /** How many tiles are side by side. */
  int count() {
    return tiles.length;
  }

  /** Returns the tile itself; its column must not be above its row. */
  double[] tile(int tileRow, int tileColumn) {
    return tiles[tileRow][tileColumn];
  }

  double get(int row, int column) {
    return row >= column
        ? tiles[row / WIDTH][column / WIDTH][offset(row, column)]
        : tiles[column / WIDTH][row / WIDTH][offset(column, row)];
  }

  /** Adds to an element, whose column must not be above its row. */
  void add(int row, int column, double value) {
    tiles[row / WIDTH][column / WIDTH][offset(row, column)] += value;
  }

  /** Adds a row to an array, [size]. */
  void addRow(int row, double[] sum) {
    int tileRow = row / WIDTH;
    for (int tileColumn = 0; tileColumn < tileRow; tileColumn++) {
      addAcross(tiles[tileRow][tileColumn], row % WIDTH, sum, tileColumn * WIDTH, WIDTH);
    }
    int diagonal = tileRow * WIDTH;
    addAcross(tiles[tileRow][tileRow], row % WIDTH, sum, diagonal, row % WIDTH + 1);
    for (int below = row + 1; below < size; below++) {
      sum[below] += tiles[below / WIDTH][tileRow][offset(below, row)];
    }
  }

  private static void addAcross(double[] tile, int row, double[] sum, int start, int length) {
    for (int column = 0; column < length; column++) {
      sum[start + column] += tile[row * WIDTH + column];
    }
  }

  private static int offset(int row, int column) {
    return row % WIDTH * WIDTH + column % WIDTH;
  }
}
