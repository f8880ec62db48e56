package io.matinee.trainer.dataset.parquet;

import java.util.List;

/** What Parquet says of its data: heads of pages, and the end of a file. */
final class Footer {
  private static final int LONG = 2;
  private static final int FLOAT = 4;
  private static final int TEXT = 6;
  private static final int REQUIRED = 0;
  private static final int OPTIONAL = 1;
  private static final int UTF8 = 0;
  private static final int UNCOMPRESSED = 0;
  private static final int DICTIONARY_PAGE = 2;
  private static final List<String> NAMES = List.of("user_id", "movie_id", "rating", "timestamp");
  private static final List<Integer> NEEDS = List.of(REQUIRED, REQUIRED, OPTIONAL, OPTIONAL);

  private Footer() {}

  /** The head of a page with a dictionary. */
  static void dictionaryPage(ColumnEncoder.Encoded encoded, Bytes out) {
    Thrift head = new Thrift(out);
    head.field(1, DICTIONARY_PAGE);
    head.field(2, encoded.dictionary().size());
    head.field(3, encoded.dictionary().size());
    head.begin(7);
    head.field(1, encoded.dictionarySize());
    head.field(2, Encoding.PLAIN);
    head.end();
    head.finish();
  }

  /** The head of a page with values. */
  static void dataPage(ColumnEncoder.Encoded encoded, Bytes out) {
    Thrift head = new Thrift(out);
    head.field(1, 0);
    head.field(2, encoded.data().size());
    head.field(3, encoded.data().size());
    head.begin(5);
    head.field(1, encoded.rows());
    head.field(2, encoded.encoding());
    head.field(3, Encoding.RLE);
    head.field(4, Encoding.RLE);
    head.end();
    head.finish();
  }

  /** The end of a file: its columns, and where each group of rows lies. */
  static void write(List<List<ColumnChunk>> groups, boolean wholeNumbers, Bytes out) {
    List<Integer> types =
        List.of(wholeNumbers ? LONG : TEXT, wholeNumbers ? LONG : TEXT, FLOAT, LONG);
    Thrift footer = new Thrift(out);
    footer.field(1, 1);
    schema(types, footer);
    footer.field(3, groups.stream().mapToLong(group -> group.getFirst().rows()).sum());
    footer.structures(4, groups.size());
    for (List<ColumnChunk> group : groups) {
      group(group, types, footer);
    }
    footer.field(6, "Matinee");
    orders(footer);
    footer.finish();
  }

  private static void schema(List<Integer> types, Thrift footer) {
    footer.structures(2, 1 + NAMES.size());
    footer.begin();
    footer.field(4, "ratings");
    footer.field(5, NAMES.size());
    footer.end();
    for (int column = 0; column < NAMES.size(); column++) {
      footer.begin();
      footer.field(1, types.get(column));
      footer.field(3, NEEDS.get(column));
      footer.field(4, NAMES.get(column));
      if (types.get(column) == TEXT) {
        footer.field(6, UTF8);
      }
      footer.end();
    }
  }

  /** Bounds are in the order that a column's type defines. */
  private static void orders(Thrift footer) {
    footer.structures(7, NAMES.size());
    for (int column = 0; column < NAMES.size(); column++) {
      footer.begin();
      footer.begin(1);
      footer.end();
      footer.end();
    }
  }

  private static void group(List<ColumnChunk> group, List<Integer> types, Thrift footer) {
    footer.begin();
    footer.structures(1, group.size());
    for (int column = 0; column < group.size(); column++) {
      column(group.get(column), types.get(column), NAMES.get(column), footer);
    }
    footer.field(2, group.stream().mapToLong(ColumnChunk::bytes).sum());
    footer.field(3, (long) group.getFirst().rows());
    footer.end();
  }

  private static void column(ColumnChunk chunk, int type, String name, Thrift footer) {
    footer.begin();
    footer.field(2, chunk.start());
    footer.begin(3);
    footer.field(1, type);
    footer.ints(2, chunk.encodings());
    footer.texts(3, name);
    footer.field(4, UNCOMPRESSED);
    footer.field(5, (long) chunk.rows());
    footer.field(6, chunk.bytes());
    footer.field(7, chunk.bytes());
    footer.field(9, chunk.data());
    if (chunk.dictionary() >= 0) {
      footer.field(11, chunk.dictionary());
    }
    bounds(chunk.bounds(), footer);
    footer.end();
    footer.end();
  }

  private static void bounds(Bounds bounds, Thrift footer) {
    footer.begin(12);
    footer.field(3, bounds.absent());
    if (bounds.least().length > 0) {
      footer.field(5, bounds.greatest());
      footer.field(6, bounds.least());
    }
    footer.end();
  }
}
