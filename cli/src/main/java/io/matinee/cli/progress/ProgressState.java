package io.matinee.cli.progress;

/**
 * How far work is.
 *
 * @param done units done
 * @param total units in all; 0 when unknown
 * @param unit what is counted, e.g. "users"
 * @param note what is being done, with its figures
 */
public record ProgressState(long done, long total, String unit, String note) {}
