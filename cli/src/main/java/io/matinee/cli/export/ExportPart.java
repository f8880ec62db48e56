package io.matinee.cli.export;

import com.google.protobuf.ByteString;

/**
 * A part of an export, of whatever it is one.
 *
 * @param sizeBytes of all bytes; in the first part alone
 * @param sha256 of all bytes; in the first part alone
 * @param chunk the next bytes; none in the first part
 */
record ExportPart(long sizeBytes, String sha256, ByteString chunk) {}
