package io.matinee.similarity.kept;

import io.matinee.model.digest.Sha256;
import io.matinee.similarity.index.GraphFolder;
import io.matinee.similarity.recall.BeamCalibration;
import io.matinee.similarity.vectors.DistinctVectors;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The SHA-256 of all that a calibrated index depends on: the form of its files, the parameters of
 * the graph and of the calibration, every distinct vector, and which movies share it.
 */
final class IndexKey {
  private IndexKey() {}

  /** Returns the key of vectors as this program indexes them: 64 hexadecimal digits. */
  static String of(DistinctVectors vectors) {
    return of(vectors, GraphFolder.FORM + ' ' + BeamCalibration.RULE);
  }

  static String of(DistinctVectors vectors, String parameters) {
    MessageDigest digest = Sha256.begin();
    digest.update(parameters.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(nodes(vectors));
    ByteBuffer unit = ByteBuffer.allocate(vectors.dimension() * Float.BYTES);
    for (int node = 0; node < vectors.nodeCount(); node++) {
      unit.asFloatBuffer().put(vectors.unit(node));
      digest.update(unit.array());
    }
    return Sha256.end(digest);
  }

  /** Returns the lengths, and the node of each movie. */
  private static ByteBuffer nodes(DistinctVectors vectors) {
    ByteBuffer nodes = ByteBuffer.allocate((2 + vectors.movieCount()) * Integer.BYTES);
    nodes.putInt(vectors.movieCount()).putInt(vectors.dimension());
    for (int movie = 0; movie < vectors.movieCount(); movie++) {
      nodes.putInt(vectors.nodeOf(movie));
    }
    return nodes.flip();
  }
}
