package io.matinee.cli.connection;

import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.OperationsGrpc.OperationsBlockingStub;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc;
import io.matinee.proto.metrics.v1.EvaluationServiceGrpc.EvaluationServiceBlockingStub;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc.RecommendationServiceBlockingStub;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc;
import io.matinee.proto.similarity.v1.SimilarityServiceGrpc.SimilarityServiceBlockingStub;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc;
import io.matinee.proto.trainer.v1.DatasetServiceGrpc.DatasetServiceBlockingStub;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import io.matinee.proto.trainer.v1.ModelServiceGrpc;
import io.matinee.proto.trainer.v1.ModelServiceGrpc.ModelServiceBlockingStub;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc.RatingsServiceBlockingStub;
import io.matinee.proto.trainer.v1.SplitServiceGrpc;
import io.matinee.proto.trainer.v1.SplitServiceGrpc.SplitServiceBlockingStub;
import io.matinee.proto.trainer.v1.TrainingServiceGrpc;
import io.matinee.proto.trainer.v1.TrainingServiceGrpc.TrainingServiceBlockingStub;

/**
 * The services' stubs over one connection.
 *
 * @param connection which the caller closes
 */
public record Clients(Connection connection) {

  /** Data sets. */
  public DatasetServiceBlockingStub datasets() {
    return DatasetServiceGrpc.newBlockingStub(connection.channel(Service.TRAINER));
  }

  /** Splits of data sets. */
  public SplitServiceBlockingStub splits() {
    return SplitServiceGrpc.newBlockingStub(connection.channel(Service.TRAINER));
  }

  /** Live ratings. */
  public RatingsServiceBlockingStub ratings() {
    return RatingsServiceGrpc.newBlockingStub(connection.channel(Service.TRAINER));
  }

  /** Training. */
  public TrainingServiceBlockingStub training() {
    return TrainingServiceGrpc.newBlockingStub(connection.channel(Service.TRAINER));
  }

  /** Models. */
  public ModelServiceBlockingStub models() {
    return ModelServiceGrpc.newBlockingStub(connection.channel(Service.TRAINER));
  }

  /** Versions and aliases. */
  public ModelRegistryServiceBlockingStub registry() {
    return ModelRegistryServiceGrpc.newBlockingStub(connection.channel(Service.TRAINER));
  }

  /** Returns the long-running operations of a service. */
  public OperationsBlockingStub operations(Service service) {
    return OperationsGrpc.newBlockingStub(connection.channel(service));
  }

  /** Recommendations. */
  public RecommendationServiceBlockingStub recommendations() {
    return RecommendationServiceGrpc.newBlockingStub(connection.channel(Service.SERVING));
  }

  /** Returns the served catalogue. */
  public CatalogueServiceBlockingStub catalogue() {
    return CatalogueServiceGrpc.newBlockingStub(connection.channel(Service.SERVING));
  }

  /** Similar movies. */
  public SimilarityServiceBlockingStub similarity() {
    return SimilarityServiceGrpc.newBlockingStub(connection.channel(Service.SIMILARITY));
  }

  /** Evaluations. */
  public EvaluationServiceBlockingStub evaluations() {
    return EvaluationServiceGrpc.newBlockingStub(connection.channel(Service.METRICS));
  }

  /**
   * What a reader has loaded.
   *
   * @param reader any service but the trainer
   * @return its status
   */
  public ReaderStatus readerStatus(Service reader) {
    return switch (reader) {
      case SERVING ->
          io.matinee.proto.serving.v1.StatusServiceGrpc.newBlockingStub(connection.channel(reader))
              .getStatus(io.matinee.proto.serving.v1.GetStatusRequest.getDefaultInstance())
              .getStatus();
      case SIMILARITY ->
          io.matinee.proto.similarity.v1.StatusServiceGrpc.newBlockingStub(
                  connection.channel(reader))
              .getStatus(io.matinee.proto.similarity.v1.GetStatusRequest.getDefaultInstance())
              .getStatus();
      case METRICS ->
          io.matinee.proto.metrics.v1.StatusServiceGrpc.newBlockingStub(connection.channel(reader))
              .getStatus(io.matinee.proto.metrics.v1.GetStatusRequest.getDefaultInstance())
              .getStatus();
      case TRAINER -> throw new IllegalArgumentException("the trainer follows no alias");
    };
  }
}
