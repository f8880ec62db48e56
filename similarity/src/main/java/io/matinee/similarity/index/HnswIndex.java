package io.matinee.similarity.index;

import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.MappingFault;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A Lucene HNSW graph (Malkov and Yashunin 2018) with one node for each distinct vector, in one
 * segment. Documents are nodes: document i is node i.
 *
 * <p>Owns its directory and closes it. Searches are thread-safe; none may run during or after
 * {@link #close}.
 */
public final class HnswIndex implements AutoCloseable {
  /** The links of a node (M of the paper); twice as many on the lowest level. */
  public static final int MAX_CONNECTIONS = 16;

  /** The width of the search while building (efConstruction of the paper). */
  public static final int BEAM_WIDTH = 100;

  static final String FIELD = "vector";

  private final DistinctVectors vectors;
  private final Directory directory;
  private final DirectoryReader reader;
  private final Optional<LeafReader> segment; // empty without a node

  private HnswIndex(DistinctVectors vectors, Directory directory, DirectoryReader reader) {
    this.vectors = vectors;
    this.directory = directory;
    this.reader = reader;
    this.segment = reader.leaves().stream().findFirst().map(LeafReaderContext::reader);
  }

  /** Builds the graph in memory, on the heap. */
  public static HnswIndex build(DistinctVectors vectors) {
    try {
      Directory directory = new ByteBuffersDirectory();
      new IndexBuilder(vectors).write(directory);
      return open(vectors, directory);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory has no disk to fail", impossible);
    }
  }

  /** Opens the graph in a directory, which is closed if that fails. */
  static HnswIndex open(DistinctVectors vectors, Directory directory) throws IOException {
    try {
      return new HnswIndex(vectors, directory, DirectoryReader.open(directory));
    } catch (IOException | RuntimeException failure) {
      directory.close();
      throw failure;
    }
  }

  /**
   * Reads every file again, where it is mapped.
   *
   * @throws CorruptBlobException if one is no longer what was opened
   */
  public void verify() {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader files) {
          files.checkIntegrity();
        }
      }
    } catch (IOException changed) {
      throw damaged(changed);
    } catch (InternalError fault) {
      if (MappingFault.isFault(fault)) {
        throw damaged(fault);
      }
      throw fault;
    }
  }

  /**
   * Walks the graph to the nodes near a vector, from its own node where it has one.
   *
   * @param query what to be near to
   * @param beam how many candidates the walk keeps (ef of the paper), at least 1
   * @param accepted the nodes that may be found; null for all
   * @return at most {@code beam} nodes, most similar first, its own node among them if accepted
   * @throws CorruptBlobException if a file is no longer a graph that can be walked
   */
  public int[] nearest(Query query, int beam, @Nullable BitSet accepted) {
    return segment.map(leaf -> search(leaf, query, beam, accepted)).orElseGet(() -> new int[0]);
  }

  private int[] search(LeafReader leaf, Query query, int beam, @Nullable BitSet accepted) {
    TopKnnCollector collector = new TopKnnCollector(beam, Integer.MAX_VALUE, from(query.node()));
    try {
      leaf.searchNearestVectors(FIELD, query.unit(), collector, accepted(accepted));
    } catch (IOException failure) {
      throw damaged(failure);
    }
    return Arrays.stream(collector.topDocs().scoreDocs).mapToInt(hit -> hit.doc).toArray();
  }

  private static CorruptBlobException damaged(Throwable found) {
    return new CorruptBlobException("index", "the graph that was opened", found.toString());
  }

  private static KnnSearchStrategy from(int node) {
    return node == DistinctVectors.NO_NODE
        ? KnnSearchStrategy.Hnsw.DEFAULT
        : new KnnSearchStrategy.Seeded(
            DocIdSetIterator.range(node, node + 1), 1, KnnSearchStrategy.Hnsw.DEFAULT);
  }

  private AcceptDocs accepted(@Nullable BitSet accepted) {
    if (accepted == null) {
      return AcceptDocs.fromLiveDocs(null, vectors.nodeCount());
    }
    FixedBitSet bits =
        new FixedBitSet(
            Arrays.copyOf(accepted.toLongArray(), FixedBitSet.bits2words(vectors.nodeCount())),
            vectors.nodeCount());
    return AcceptDocs.fromIteratorSupplier(
        () -> new BitSetIterator(bits, accepted.cardinality()), null, vectors.nodeCount());
  }

  @Override
  public void close() {
    try (directory) {
      reader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
