/**
 * What can be trained: the algorithms, their hyper-parameters and how a run reports its progress.
 */
@NullMarked
package io.matinee.trainer.algorithm;

import org.jspecify.annotations.NullMarked;
