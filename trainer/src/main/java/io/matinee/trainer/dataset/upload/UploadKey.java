package io.matinee.trainer.dataset.upload;

import io.matinee.runtime.operation.RequestKey;

/**
 * By what the rest of an upload is known.
 *
 * @param dataset the data set that it is for
 * @param request the request, but for where it goes on
 */
public record UploadKey(String dataset, RequestKey request) {}
