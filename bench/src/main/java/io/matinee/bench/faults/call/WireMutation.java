package io.matinee.bench.faults.call;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What is done to the bytes of a message. The results are at most about twice as long. */
public enum WireMutation {
  /** Nothing. */
  NONE {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      return message;
    }
  },
  /** One to eight bits are flipped. */
  FLIPPED_BITS {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      byte[] flipped = message.clone();
      for (int bits = 1 + random.nextInt(8); bits > 0 && flipped.length > 0; bits--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return flipped;
    }
  },
  /** The end is missing. */
  TRUNCATED {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      return Arrays.copyOf(message, random.nextInt(message.length + 1));
    }
  },
  /** Every field comes twice. */
  DOUBLED {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      return joined(message, message);
    }
  },
  /** Fields that no contract knows follow. */
  UNKNOWN_FIELDS {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      return joined(
          message,
          written(
              output -> {
                for (int field = 0; field < 200; field++) {
                  output.writeInt64(1_000 + random.nextInt(500_000_000), random.nextLong());
                }
              }));
    }
  },
  /** The first field holds itself, deeper than any parser goes. */
  DEEP_NESTING {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      byte[] nested = {};
      for (int depth = 50 + random.nextInt(300); depth > 0; depth--) {
        byte[] inner = nested;
        int field = 1 + random.nextInt(8);
        nested = written(output -> output.writeByteArray(field, inner));
      }
      return joined(message, nested);
    }
  },
  /** Groups are opened and never closed. */
  OPEN_GROUPS {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      byte[] groups = new byte[1 + random.nextInt(50_000)];
      Arrays.fill(groups, (byte) 0x0b);
      return joined(message, groups);
    }
  },
  /** A field says that it is longer than all that follows. */
  HUGE_LENGTH {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      return joined(
          message,
          written(
              output -> {
                output.writeTag(1 + random.nextInt(8), 2);
                output.writeUInt32NoTag(random.nextBoolean() ? Integer.MAX_VALUE : -1);
              }));
    }
  },
  /** Three bytes are those of a lone surrogate, which UTF-8 does not have. */
  WRONG_UTF8 {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      byte[] wrong = message.clone();
      if (wrong.length > 5) {
        int at = 2 + random.nextInt(wrong.length - 5);
        wrong[at] = (byte) 0xed;
        wrong[at + 1] = (byte) 0xa0;
        wrong[at + 2] = (byte) 0x80;
      }
      return wrong;
    }
  },
  /** A number without an end. */
  ENDLESS_NUMBER {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      byte[] number = new byte[20];
      Arrays.fill(number, (byte) 0xff);
      number[0] = (byte) ((1 + random.nextInt(8)) << 3);
      return joined(message, number);
    }
  },
  /** No message at all. */
  NOISE {
    @Override
    byte[] apply(byte[] message, RandomGenerator random) {
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);
      return noise;
    }
  };

  /** Returns the changed bytes; the given ones stay as they are. */
  abstract byte[] apply(byte[] message, RandomGenerator random);

  private interface Writing {
    void to(CodedOutputStream output) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream output = CodedOutputStream.newInstance(bytes);
    try {
      writing.to(output);
      output.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
