package io.matinee.model.exchange;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.snapshot.Tensor;
import io.matinee.model.snapshot.TensorType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Scorers as NumPy's archive of arrays ({@code .npz}: a zip, here without compression, of {@code
 * .npy} files of version 1.0), which {@code numpy.load} opens without pickle. Ids are int64 where
 * all are whole numbers as these are printed, else texts ({@code <U}); each text of the scorer is
 * an array without dimensions.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The NumPy
 *     format</a>
 */
public final class NumpyExport {
  private static final int CHUNK_BYTES = 1 << 16;
  private static final int ALIGNMENT = 64;
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** The least that a zip can say, so that equal arrays make equal files. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES);

  private NumpyExport(ZipOutputStream zip) {
    this.zip = zip;
  }

  /** Writes a scorer into a file. */
  public static void write(Path file, ScorerExport scorer) throws IOException {
    try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file), CHUNK_BYTES);
        ZipOutputStream zip = new ZipOutputStream(output)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      new NumpyExport(zip).write(scorer);
    }
  }

  private void write(ScorerExport scorer) throws IOException {
    for (Map.Entry<String, String> text : scorer.texts().entrySet()) {
      write(text.getKey(), List.of(), List.of(text.getValue()));
    }
    for (ExportedSide side : scorer.sides()) {
      writeIds(side);
      writeIfPresent(side.factors());
      writeIfPresent(side.bias());
    }
    for (Tensor tensor : scorer.others()) {
      write(tensor);
    }
  }

  private void writeIds(ExportedSide side) throws IOException {
    String name = side.name() + "_ids";
    Optional<long[]> numbers = side.numericIds();
    if (numbers.isPresent()) {
      write(Tensor.ofAll(name, TensorType.I64, MemorySegment.ofArray(numbers.get())));
    } else {
      IdDictionary ids = side.ids();
      write(name, List.of((long) ids.size()), ids.ids());
    }
  }

  private void writeIfPresent(Optional<Tensor> tensor) throws IOException {
    if (tensor.isPresent()) {
      write(tensor.get());
    }
  }

  private void write(Tensor tensor) throws IOException {
    begin(tensor.name(), type(tensor.type()), tensor.shape());
    tensor.write(buffer, part -> zip.write(part.array(), 0, part.limit()));
    zip.closeEntry();
  }

  /** Texts, each filled up with zeros to the longest one's characters, of 4 bytes each. */
  private void write(String name, List<Long> shape, List<String> texts) throws IOException {
    int width =
        texts.stream().mapToInt(text -> text.codePointCount(0, text.length())).max().orElse(0);
    begin(name, "<U" + Math.max(1, width), shape);
    ByteBuffer row =
        ByteBuffer.allocate(Math.max(1, width) * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (String text : texts) {
      row.clear();
      text.codePoints().forEach(row::putInt);
      int used = row.position();
      Arrays.fill(row.array(), used, row.capacity(), (byte) 0);
      zip.write(row.array());
    }
    zip.closeEntry();
  }

  private void begin(String name, String type, List<Long> shape) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    String description =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(
                type, shape.stream().map(length -> length + ",").collect(Collectors.joining(" ")));
    int unpadded = MAGIC.length + Short.BYTES + description.length() + 1;
    String padded = description + " ".repeat(-unpadded & (ALIGNMENT - 1)) + "\n";
    zip.write(MAGIC);
    zip.write(padded.length() & 0xff);
    zip.write(padded.length() >>> 8);
    zip.write(padded.getBytes(StandardCharsets.US_ASCII));
  }

  private static String type(TensorType type) {
    return switch (type) {
      case I64 -> "<i8";
      case F64 -> "<f8";
      case F32 -> "<f4";
      case I32 -> "<i4";
      case U8 -> "|u1";
    };
  }
}
