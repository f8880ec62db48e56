package io.matinee.cli.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What tells a process from a later one of the same id. On Linux the start time that Java gives is
 * made of the clock, and moves when that is set; what the kernel itself counts does not.
 */
final class ProcessBirth {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** The place of the start time among the fields that follow a process's name, see proc(5). */
  private static final int START_TICKS = 19;

  private ProcessBirth() {}

  /**
   * Returns the boot and the tick since it at which a process began, or where there is no /proc its
   * start time in milliseconds; empty when nothing is known of it.
   */
  static String of(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Files.readString(BOOT).strip() + "/" + fields[START_TICKS];
    } catch (IOException notLinux) {
      return process
          .info()
          .startInstant()
          .map(Instant::toEpochMilli)
          .map(String::valueOf)
          .orElse("");
    }
  }
}
