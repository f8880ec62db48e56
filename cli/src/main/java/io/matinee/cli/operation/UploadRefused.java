package io.matinee.cli.operation;

import java.io.IOException;

/** The trainer answered before the upload was complete: there is no use in sending more. */
final class UploadRefused extends IOException {
  private static final long serialVersionUID = 1L;
}
