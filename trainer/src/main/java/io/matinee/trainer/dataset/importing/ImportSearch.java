package io.matinee.trainer.dataset.importing;

import io.matinee.model.source.FolderListingException;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.sample.BundledSample;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.dataset.source.ImportRoots;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.source.LocatedFiles;
import io.matinee.trainer.dataset.source.SourceLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the files of imports.
 *
 * @param limits how much may be read
 * @param roots the folders below which imports by path may read
 */
record ImportSearch(ImportLimits limits, ImportRoots roots) {

  /**
   * Finds what an import reads.
   *
   * @param request an import of files
   * @param folder where files are unpacked
   * @param goOn is called again and again; what it throws ends the search
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE, or IMPORT_PATH_REFUSED
   */
  LocatedFiles files(ImportRequest request, Path folder, Runnable goOn) throws IOException {
    try {
      return found(request, folder, goOn);
    } catch (FolderListingException brokenOff) {
      throw UnreadableImport.of(
          brokenOff.folder(), "cannot be listed to its end", "see that it can be, and repeat");
    }
  }

  private LocatedFiles found(ImportRequest request, Path folder, Runnable goOn) throws IOException {
    Path unpacked = folder.resolve("unpacked");
    SourceLocator own = new SourceLocator(unpacked, limits, Files::isReadable, goOn);
    return switch (request.source()) {
      case ImportSource.OnDisk(Path path) -> {
        SourceLocator below = new SourceLocator(unpacked, limits, roots::hold, goOn);
        yield below.locate(roots.follow(path), request.form());
      }
      case ImportSource.Uploaded uploaded -> own.locate(uploaded.content(), request.form());
      case ImportSource.Bundled() -> {
        Path sample = folder.resolve("sample");
        BundledSample.writeTo(sample);
        yield own.locate(sample, request.form());
      }
      case ImportSource.OfVersion version ->
          throw new IllegalStateException(version + " has no files");
    };
  }
}
