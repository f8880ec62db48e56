package io.matinee.bench.scale;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Likes in two files that other languages read too: {@code training.bin} and {@code held-out.bin}
 * hold a user's number and a movie's for each like, little-endian whole numbers of 32 bits, sorted
 * by user.
 *
 * @param folder where the files are
 */
public record SplitLikes(Path folder) {
  private static final double LIKED = 4;
  private static final double TRAINING = .8;

  /**
   * Splits the likes of a MovieLens file, four fifths of them for training.
   *
   * @param ratings whole numbers from 1 on as ids, by user
   * @return how many likes there are for training
   */
  public int write(Path ratings, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int written = 0;
    try (BufferedReader lines = Files.newBufferedReader(ratings);
        DataOutputStream training = open("training.bin");
        DataOutputStream heldOut = open("held-out.bin")) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(",", 4);
        if (Double.parseDouble(fields[2]) >= LIKED) {
          boolean trained = random.nextDouble() < TRAINING;
          DataOutputStream file = trained ? training : heldOut;
          file.writeInt(Integer.reverseBytes(Integer.parseInt(fields[0]) - 1));
          file.writeInt(Integer.reverseBytes(Integer.parseInt(fields[1]) - 1));
          written += trained ? 1 : 0;
        }
      }
    }
    return written;
  }

  /** Returns the training part: user, movie, user, movie. */
  IntBuffer training() throws IOException {
    return read("training.bin");
  }

  /** Returns the held-out part, likewise. */
  IntBuffer heldOut() throws IOException {
    return read("held-out.bin");
  }

  private DataOutputStream open(String name) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))));
  }

  private IntBuffer read(String name) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name)))
        .order(ByteOrder.LITTLE_ENDIAN)
        .asIntBuffer();
  }
}
