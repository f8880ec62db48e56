package io.matinee.trainer.registry;

import io.matinee.model.snapshot.BlobReference;
import java.util.List;

/** How operations keep what was verified: in the form of the contract, which is not known here. */
@FunctionalInterface
public interface VerificationText {
  /** Returns blobs that are as they were published as the result of an operation. */
  String of(List<BlobReference> blobs);
}
