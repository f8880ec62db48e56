package io.matinee.trainer.dataset.rating;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Changes a few bytes of a file, as disks, editors and enemies do. */
public final class Damage {
  private static final byte[] LIKELY =
      "\"\"\"\n\n\r,,;:\t 019.-+eENTZ\0\u007F\u00E9\u00C3\u00EF\u00BB\u00BF"
          .getBytes(StandardCharsets.ISO_8859_1);

  private Damage() {}

  /** A damaged copy. */
  public static byte[] to(byte[] file, SplittableRandom random) {
    byte[] damaged = file;
    int changes = 1 + random.nextInt(6);
    for (int change = 0; change < changes; change++) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static byte[] once(byte[] file, SplittableRandom random) {
    int at = random.nextInt(file.length + 1);
    int to = Math.min(file.length, at + random.nextInt(12));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, at);
    switch (random.nextInt(4)) {
      case 0 -> out.write(LIKELY[random.nextInt(LIKELY.length)]);
      case 1 -> out.write(file, at, to - at);
      case 2 -> at = to;
      default -> {
        out.write(
            random.nextInt(3) == 0 ? random.nextInt(256) : LIKELY[random.nextInt(LIKELY.length)]);
        at = Math.min(file.length, at + 1);
      }
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }
}
