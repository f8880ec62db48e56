package io.matinee.similarity.index;

import io.matinee.similarity.vectors.DistinctVectors;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;

/** Writes the graph of vectors. */
final class IndexBuilder {
  private static final double BUFFER_MEGABYTES = 512;
  private static final int GRAPH_FROM_THE_FIRST_NODE = 0;

  private final DistinctVectors vectors;

  IndexBuilder(DistinctVectors vectors) {
    this.vectors = vectors;
  }

  /** Writes to an empty directory, durably where that is one of files. */
  void write(Directory directory) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, configuration())) {
      for (int node = 0; node < vectors.nodeCount(); node++) {
        writer.addDocument(
            List.of(
                new KnnFloatVectorField(
                    HnswIndex.FIELD, vectors.unit(node), VectorSimilarityFunction.DOT_PRODUCT)));
      }
      writer.forceMerge(1);
    }
  }

  /** One thread and a merge policy that keeps the order, so that documents stay nodes. */
  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig()
        .setCodec(new GraphCodec())
        .setMergePolicy(new LogDocMergePolicy())
        .setMergeScheduler(new SerialMergeScheduler())
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setUseCompoundFile(false);
  }

  /** The default codec with the graph's parameters. */
  private static final class GraphCodec extends Lucene104Codec {
    private final KnnVectorsFormat format =
        new Lucene99HnswVectorsFormat(
            HnswIndex.MAX_CONNECTIONS, HnswIndex.BEAM_WIDTH, 1, null, GRAPH_FROM_THE_FIRST_NODE);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
      return format;
    }
  }
}
