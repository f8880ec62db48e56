package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.matinee.runtime.operation.Operation;
import io.matinee.trainer.dataset.upload.IncomingUpload;
import java.io.IOException;

/**
 * What is uploaded for: how its parts are read, and what begins once all bytes are there.
 *
 * @param <R> the parts that it comes in
 */
interface UploadPurpose<R> {
  /** Returns whether a part is a header, and no chunk. */
  boolean isHeader(R part);

  /** Returns the bytes of a chunk. */
  ByteString chunk(R part);

  /**
   * Decides by the header what comes of the upload.
   *
   * @throws io.matinee.runtime.error.MatineeException when it cannot be taken
   */
  Opening open(R header) throws IOException;

  /** What comes of an upload by its header. */
  sealed interface Opening {}

  /**
   * The same request came before; its bytes are not needed.
   *
   * @param operation what it began
   */
  record Earlier(Operation operation) implements Opening {}

  /**
   * The upload has begun.
   *
   * @param incoming takes the bytes
   * @param work begins once they are there
   */
  record Begun(IncomingUpload incoming, Work work) implements Opening {}

  /** What is done with the files. */
  @FunctionalInterface
  interface Work {
    /** Begins it. */
    Operation begin() throws IOException;
  }
}
