package io.matinee.cli.contract;

import com.google.longrunning.OperationsProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.rpc.ErrorDetailsProto;
import io.matinee.proto.metrics.v1.EvaluationServiceProto;
import io.matinee.proto.serving.v1.CatalogueServiceProto;
import io.matinee.proto.serving.v1.EmbeddingServiceProto;
import io.matinee.proto.serving.v1.RecommendationServiceProto;
import io.matinee.proto.similarity.v1.SimilarityServiceProto;
import io.matinee.proto.trainer.v1.DatasetServiceProto;
import io.matinee.proto.trainer.v1.ModelRegistryServiceProto;
import io.matinee.proto.trainer.v1.ModelServiceProto;
import io.matinee.proto.trainer.v1.RatingsServiceProto;
import io.matinee.proto.trainer.v1.SplitServiceProto;
import io.matinee.proto.trainer.v1.TrainingServiceProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the contracts for clients in any language. */
public final class ContractFiles {
  /** The descriptor set's file name. */
  public static final String DESCRIPTOR_SET = "matinee.binpb";

  private static final List<FileDescriptor> CONTRACTS =
      List.of(
          DatasetServiceProto.getDescriptor(),
          RatingsServiceProto.getDescriptor(),
          TrainingServiceProto.getDescriptor(),
          ModelRegistryServiceProto.getDescriptor(),
          ModelServiceProto.getDescriptor(),
          SplitServiceProto.getDescriptor(),
          RecommendationServiceProto.getDescriptor(),
          EmbeddingServiceProto.getDescriptor(),
          CatalogueServiceProto.getDescriptor(),
          io.matinee.proto.serving.v1.StatusServiceProto.getDescriptor(),
          SimilarityServiceProto.getDescriptor(),
          io.matinee.proto.similarity.v1.StatusServiceProto.getDescriptor(),
          EvaluationServiceProto.getDescriptor(),
          io.matinee.proto.metrics.v1.StatusServiceProto.getDescriptor(),
          OperationsProto.getDescriptor(),
          ErrorDetailsProto.getDescriptor());

  private ContractFiles() {}

  /** Returns the files that describe what the services answer, and how they refuse. */
  public static List<FileDescriptor> contracts() {
    return CONTRACTS;
  }

  /**
   * Writes every proto with all that it imports, the descriptor set, and how to call each service.
   *
   * @param folder where to write; made when it is not there
   * @return the files written, relative to the folder
   * @throws IOException when a file cannot be written
   */
  public static List<String> write(Path folder) throws IOException {
    Map<String, FileDescriptor> files = new LinkedHashMap<>();
    CONTRACTS.forEach(contract -> collect(contract, files));
    List<String> written = new ArrayList<>();
    for (String name : files.keySet()) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (InputStream content = open(name)) {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      }
      written.add(name);
    }
    Files.write(folder.resolve(DESCRIPTOR_SET), DescriptorSet.of(files.values()).toByteArray());
    written.add(DESCRIPTOR_SET);
    for (FileDescriptor contract : CONTRACTS) {
      for (ServiceDescriptor service : contract.getServices()) {
        String name = "service-config/" + service.getFullName() + ".json";
        Files.createDirectories(folder.resolve(name).toAbsolutePath().getParent());
        Files.writeString(folder.resolve(name), ServiceConfig.of(service));
        written.add(name);
      }
    }
    return written;
  }

  private static void collect(FileDescriptor file, Map<String, FileDescriptor> files) {
    if (!files.containsKey(file.getName())) {
      file.getDependencies().forEach(imported -> collect(imported, files));
      files.put(file.getName(), file);
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream content = ContractFiles.class.getClassLoader().getResourceAsStream(name);
    if (content == null) {
      throw new IOException("the text of " + name + " is not on the class path");
    }
    return content;
  }
}
