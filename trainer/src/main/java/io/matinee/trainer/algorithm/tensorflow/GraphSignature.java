package io.matinee.trainer.algorithm.tensorflow;

import java.util.Map;
import org.tensorflow.Output;

/**
 * What goes into a part of a graph and what comes out.
 *
 * @param inputs placeholders by name
 * @param outputs results by name
 */
record GraphSignature(Map<String, Output<?>> inputs, Map<String, Output<?>> outputs) {}
