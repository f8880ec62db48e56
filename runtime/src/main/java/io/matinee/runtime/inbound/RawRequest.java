package io.matinee.runtime.inbound;

import io.matinee.runtime.error.MatineeException;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param bytes its bytes, decompressed; none when it is refused unread
 * @param refusal why it is not read; null when all its bytes are here
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record RawRequest(byte[] bytes, @Nullable MatineeException refusal) {}
