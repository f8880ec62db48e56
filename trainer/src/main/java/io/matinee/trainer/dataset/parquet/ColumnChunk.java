package io.matinee.trainer.dataset.parquet;

/**
 * Where the values of a column in one group of rows lie in a file.
 *
 * @param encoding how they are encoded
 * @param rows how many there are, absent ones included
 * @param dictionary the offset of their dictionary; -1 for none
 * @param data the offset of the values
 * @param bytes the bytes of both
 * @param bounds between what they lie
 */
record ColumnChunk(int encoding, int rows, long dictionary, long data, long bytes, Bounds bounds) {

  long start() {
    return dictionary < 0 ? data : dictionary;
  }

  int[] encodings() {
    return dictionary < 0
        ? new int[] {encoding, Encoding.RLE}
        : new int[] {encoding, Encoding.RLE, Encoding.PLAIN};
  }
}
