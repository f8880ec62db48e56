package io.matinee.trainer.dataset.upload;

import java.util.List;

/**
 * What a caller is about to send.
 *
 * @param files at least one, in the order of their bytes; several are those of a folder, whose
 *     names differ by more than their capitals
 * @param label what the data is called
 */
public record Announcement(List<AnnouncedFile> files, String label) {
  /** Copies the files. */
  public Announcement {
    files = List.copyOf(files);
  }

  /** Returns the bytes of all files; the largest long stands for more than it. */
  long bytes() {
    long sum = 0;
    for (AnnouncedFile file : files) {
      sum = file.size() > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + file.size();
    }
    return sum;
  }
}
