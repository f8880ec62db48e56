package io.matinee.runtime.following;

import io.matinee.model.snapshot.BlobReference;
import java.io.IOException;
import java.io.OutputStream;

/** Where blobs come from. */
interface BlobSource {
  /**
   * Writes a blob's bytes, from an offset to the end.
   *
   * @throws io.grpc.StatusRuntimeException when the source breaks off
   */
  void download(BlobReference blob, long offset, OutputStream sink) throws IOException;
}
