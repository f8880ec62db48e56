package io.matinee.metrics.api;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.CorruptBlobException;
import io.matinee.model.snapshot.Digests;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.UnsupportedFormatException;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.DownloadBlobResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.runtime.api.ManifestBlob;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * Manifests by themselves, e.g. to check a request: small, asked for once, and not kept.
 *
 * @param registry the calls
 */
record ManifestDownload(ModelRegistryServiceBlockingStub registry) {
  /**
   * Returns a version's manifest, once its digest is as the registry says.
   *
   * @throws MatineeException BLOB_CORRUPT when it is not, or the blob is no manifest;
   *     FORMAT_UNSUPPORTED
   */
  Manifest of(ModelVersion version) {
    BlobReference blob = ManifestBlob.of(version);
    try {
      byte[] bytes = bytes(blob);
      Digests.verify(new ByteArrayInputStream(bytes), blob, length -> {});
      return Manifest.fromBlob(blob, new String(bytes, StandardCharsets.UTF_8));
    } catch (CorruptBlobException corrupt) {
      throw MatineeException.of(Reason.BLOB_CORRUPT, String.valueOf(corrupt.getMessage()), corrupt)
          .with("blob", blob.name())
          .with("sha256", blob.sha256());
    } catch (UnsupportedFormatException unsupported) {
      throw MatineeException.of(
              Reason.FORMAT_UNSUPPORTED,
              "%s cannot be read: %s".formatted(version.getName(), unsupported.getMessage()),
              unsupported)
          .with("model_version", version.getName());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns the bytes, of one that is too large only the beginning. */
  private byte[] bytes(BlobReference blob) throws IOException {
    Iterator<DownloadBlobResponse> parts =
        registry.downloadBlob(DownloadBlobRequest.newBuilder().setSha256(blob.sha256()).build());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (bytes.size() <= Manifest.MAXIMUM_BYTES && parts.hasNext()) {
      parts.next().getChunk().writeTo(bytes);
    }
    return bytes.toByteArray();
  }
}
