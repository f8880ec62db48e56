package io.matinee.model.exchange;

import java.util.BitSet;

/**
 * One half of factors in the order of a dictionary; zeros for who is not in the file.
 *
 * @param factors [ids, d], row-major
 * @param bias [ids], or empty where the file has none
 * @param present the ids that are in the file, by index
 * @param unknown how many ids of the file are not in the dictionary
 * @param unknownExample one of these; "" for none
 * @param narrowed whether floats of 64 bits were narrowed to 32
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record FactorRows(
    float[] factors,
    float[] bias,
    BitSet present,
    long unknown,
    String unknownExample,
    boolean narrowed) {}
