package io.matinee.model.snapshot;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.matinee.model.scoring.BiasObjective;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.scoring.NetworkObjective;

/** How manifests name the objectives: by their loss. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "loss")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BiasObjective.RatingCount.class, name = "rating-count"),
  @JsonSubTypes.Type(value = BiasObjective.DampedMeans.class, name = "damped-means"),
  @JsonSubTypes.Type(value = FactorObjective.Squared.class, name = "squared"),
  @JsonSubTypes.Type(value = FactorObjective.SquaredSigmoid.class, name = "squared-sigmoid"),
  @JsonSubTypes.Type(value = FactorObjective.Implicit.class, name = "implicit"),
  @JsonSubTypes.Type(value = NeighbourObjective.class, name = "likes"),
  @JsonSubTypes.Type(value = NetworkObjective.class, name = "network")
})
interface ObjectiveNames {}
