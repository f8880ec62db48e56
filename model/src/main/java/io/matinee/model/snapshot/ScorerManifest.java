package io.matinee.model.snapshot;

import io.matinee.model.scoring.Objective;
import io.matinee.model.scoring.ScorerKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one scorer of a version was made.
 *
 * @param algorithm the id of the algorithm
 * @param preset the id of the preset that chose the algorithm and its settings, if one did
 * @param kind the kind of the scorer, {@link ScorerKind#id()}, and so of its blob
 * @param kindVersion the version of the format of such blobs and of their objectives
 * @param hyperParameters every hyper-parameter by name, in the order of names
 * @param objective what was optimised, and how a new user is folded in
 * @param learningCurve the losses by epoch, possibly empty
 * @param figures what the training measured of the finished scorer, by name, in the order of names
 * @param traits what the algorithm says can be expected of it
 * @param tried what the algorithm was chosen among, best first; empty where it was asked for
 */
public record ScorerManifest(
    String algorithm,
    Optional<String> preset,
    String kind,
    int kindVersion,
    Map<String, String> hyperParameters,
    Objective objective,
    List<Epoch> learningCurve,
    Map<String, Double> figures,
    ScorerTraits traits,
    List<TriedRanker> tried) {

  /** Copies the collections; refuses an objective of another kind. */
  public ScorerManifest {
    if (!objective.kind().id().equals(kind)) {
      throw new IllegalArgumentException(
          "a scorer of kind %s cannot have the objective %s".formatted(kind, objective));
    }
    hyperParameters = Collections.unmodifiableSortedMap(new TreeMap<>(hyperParameters));
    learningCurve = List.copyOf(learningCurve);
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    tried = List.copyOf(tried);
  }

  /**
   * Returns the part of a scorer that is to be written in the present format, of no preset,
   * servable and lacking nothing.
   */
  public static ScorerManifest of(
      String algorithm,
      Map<String, String> hyperParameters,
      Objective objective,
      List<Epoch> learningCurve,
      Map<String, Double> figures) {
    ScorerKind kind = objective.kind();
    return new ScorerManifest(
        algorithm,
        Optional.empty(),
        kind.id(),
        ScorerBlob.formatVersion(kind),
        hyperParameters,
        objective,
        learningCurve,
        figures,
        ScorerTraits.lacking(),
        List.of());
  }

  /** Returns the same with what its algorithm says can be expected of it. */
  public ScorerManifest with(ScorerTraits declared) {
    return with(preset, declared, tried);
  }

  /** Returns the same with what its algorithm was chosen among. */
  public ScorerManifest chosenAmong(List<TriedRanker> rankers) {
    return with(preset, traits, rankers);
  }

  /** Returns the same, chosen by a preset. */
  public ScorerManifest chosenBy(Optional<String> chosen) {
    return with(chosen, traits, tried);
  }

  private ScorerManifest with(
      Optional<String> chosen, ScorerTraits declared, List<TriedRanker> rankers) {
    return new ScorerManifest(
        algorithm,
        chosen,
        kind,
        kindVersion,
        hyperParameters,
        objective,
        learningCurve,
        figures,
        declared,
        rankers);
  }
}
