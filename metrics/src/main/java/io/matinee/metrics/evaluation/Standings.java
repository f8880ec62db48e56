package io.matinee.metrics.evaluation;

import java.util.List;

/**
 * How contestants stand.
 *
 * @param contestants the figures of each, in their order
 * @param differences how far any two are apart, in the order of cut-offs
 */
record Standings(List<ContestantFigures> contestants, List<PairedDifference> differences) {}
