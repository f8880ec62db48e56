package io.matinee.trainer.api;

import io.matinee.model.source.SourceFileName;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadedFile;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.upload.AnnouncedFile;
import io.matinee.trainer.dataset.upload.Announcement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what a caller is about to upload. */
final class UploadHeaderReading {
  private static final Set<String> FOLDERS = Set.of(".", "..");

  private UploadHeaderReading() {}

  /**
   * Returns the files that a header announces.
   *
   * @throws MatineeException INVALID_REQUEST when a name leads elsewhere, comes twice, or is of no
   *     use beside others
   */
  static Announcement announcement(UploadDatasetHeader header) {
    List<AnnouncedFile> files = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (UploadedFile file : header.getFilesList()) {
      String name = file.getName();
      String field = "header.files[%d].name".formatted(files.size());
      if (FOLDERS.contains(name)) {
        throw invalid(field, "must not name a folder");
      }
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw invalid(field, "must not come twice, whatever its capitals");
      }
      if (header.getFilesCount() > 1 && !SourceFileName.isUsable(name)) {
        throw invalid(field, "is no file that an import reads; leave it out");
      }
      files.add(new AnnouncedFile(name, file.getSizeBytes(), file.getSha256()));
    }
    String source = header.getSource();
    return new Announcement(files, source.isEmpty() ? files.getFirst().name() : source);
  }

  /** Returns the refusal of a part that breaks the contract. */
  static MatineeException invalid(String field, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem + ".")
        .onField(field, problem);
  }
}
