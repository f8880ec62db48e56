package io.matinee.bench.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The native code of files, told by their headers: ELF (System V gABI 4.1) and Mach-O, also in fat
 * files of several machines. What a name says of a machine counts for nothing.
 */
final class NativeCode {
  private static final int HEADER_BYTES = 512;

  private static final int ELF = 0x7f454c46;
  private static final int ELF_MACHINE = 18;
  private static final int ELF_X86_64 = 62;
  private static final int ELF_AARCH64 = 183;

  private static final int MACH_O_64 = 0xfeedfacf;
  private static final int MACH_O_FAT = 0xcafebabe;
  private static final int MACH_O_ARM64 = 0x0100000c;
  private static final int FAT_ENTRY_BYTES = 20;

  /** A class file has the magic number of a fat file, and a version of 45 or more behind it. */
  private static final int MOST_FAT_ENTRIES = 20;

  /** The platforms that Matinee is released for. */
  enum Platform {
    /** Linux on x86-64. */
    LINUX_X86_64,
    /** Linux on ARM of 64 bits. */
    LINUX_ARM64,
    /** macOS on Apple silicon. */
    MACOSX_ARM64
  }

  private NativeCode() {}

  /** Returns the platforms that a file is native code of; none for any other file. */
  static Set<Platform> of(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return of(content.readNBytes(HEADER_BYTES));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Returns the names of the native libraries in a jar, without folders, by platform. */
  static Map<Platform, Set<String>> inJar(Path jar) {
    Map<Platform, Set<String>> libraries = new EnumMap<>(Platform.class);
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        for (Platform platform : of(entries.readNBytes(HEADER_BYTES))) {
          libraries.computeIfAbsent(platform, _ -> new TreeSet<>()).add(name);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(jar.toString(), unreadable);
    }
    return libraries;
  }

  static Set<Platform> of(byte[] header) {
    if (header.length < ELF_MACHINE + Short.BYTES) {
      return Set.of();
    }
    ByteBuffer bytes = ByteBuffer.wrap(header);
    int magic = bytes.getInt(0);
    if (magic == ELF) {
      return elf(bytes.order(ByteOrder.LITTLE_ENDIAN).getShort(ELF_MACHINE));
    }
    if (magic == MACH_O_FAT) {
      return fat(bytes);
    }
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    return bytes.getInt(0) == MACH_O_64 && bytes.getInt(Integer.BYTES) == MACH_O_ARM64
        ? Set.of(Platform.MACOSX_ARM64)
        : Set.of();
  }

  private static Set<Platform> elf(short machine) {
    return switch (machine) {
      case ELF_X86_64 -> Set.of(Platform.LINUX_X86_64);
      case ELF_AARCH64 -> Set.of(Platform.LINUX_ARM64);
      default -> Set.of();
    };
  }

  private static Set<Platform> fat(ByteBuffer bytes) {
    int entries = bytes.getInt(Integer.BYTES);
    Set<Platform> found = EnumSet.noneOf(Platform.class);
    for (int entry = 0; entry < entries && entries <= MOST_FAT_ENTRIES; entry++) {
      int at = 2 * Integer.BYTES + entry * FAT_ENTRY_BYTES;
      if (at + Integer.BYTES <= bytes.limit() && bytes.getInt(at) == MACH_O_ARM64) {
        found.add(Platform.MACOSX_ARM64);
      }
    }
    return found;
  }
}
