package io.matinee.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.cli.suite.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFilesTest {
  @TempDir Path folder;

  @Test
  void writesEveryContractWithAllThatItImports() throws IOException {
    List<String> written = ContractFiles.write(folder);

    assertThat(written)
        .contains(
            "matinee/trainer/v1/dataset_service.proto",
            "matinee/serving/v1/recommendation_service.proto",
            "matinee/similarity/v1/similarity_service.proto",
            "matinee/metrics/v1/evaluation_service.proto",
            "google/longrunning/operations.proto",
            "buf/validate/validate.proto")
        .containsAll(ours());
    for (String name : written) {
      if (name.endsWith(".proto")) {
        assertThat(importsOf(folder.resolve(name)))
            .allSatisfy(imported -> assertThat(folder.resolve(imported)).exists());
      }
    }
  }

  @Test
  void theDescriptorSetHoldsEveryFileAfterItsImports() throws IOException {
    ContractFiles.write(folder);

    FileDescriptorSet set =
        FileDescriptorSet.parseFrom(
            Files.readAllBytes(folder.resolve(ContractFiles.DESCRIPTOR_SET)));

    Set<String> earlier = new HashSet<>();
    for (FileDescriptorProto file : set.getFileList()) {
      assertThat(earlier).containsAll(file.getDependencyList());
      earlier.add(file.getName());
    }
    assertThat(earlier).contains("matinee/trainer/v1/training_service.proto");
    assertThat(set.getFileList())
        .flatMap(FileDescriptorProto::getMessageTypeList)
        .flatMap(DescriptorProto::getFieldList)
        .allMatch(FieldDescriptorProto::hasJsonName);
  }

  @Test
  void theServiceConfigsRepeatReadsAlone() throws IOException {
    ContractFiles.write(folder);

    assertThat(repeated("matinee.serving.v1.RecommendationService"))
        .containsExactly("Recommend", "PredictRatings");
    assertThat(repeated("matinee.trainer.v1.RatingsService")).containsExactly("ListUserRatings");
    assertThat(repeated("matinee.trainer.v1.ModelRegistryService"))
        .contains("GetAlias")
        .doesNotContain("SetAlias", "WatchAlias", "DownloadBlob");
  }

  @Test
  void noServiceConfigRepeatsWhatWrites() throws IOException {
    ContractFiles.write(folder);

    List<String> repeatedWrites = new ArrayList<>();
    for (ServiceDescriptor service : services()) {
      Set<String> repeated = Set.copyOf(repeated(service.getFullName()));
      service.getMethods().stream()
          .filter(ContractFilesTest::writes)
          .filter(method -> repeated.contains(method.getName()))
          .forEach(method -> repeatedWrites.add(method.getFullName()));
    }
    assertThat(repeatedWrites).isEmpty();
  }

  @Test
  void grpcTakesEveryServiceConfig() throws IOException {
    for (String name : ContractFiles.write(folder)) {
      if (name.startsWith("service-config/")) {
        NettyChannelBuilder.forAddress("127.0.0.1", 1)
            .defaultServiceConfig(ServiceConfig.forChannel(Files.readString(folder.resolve(name))))
            .build()
            .shutdownNow();
      }
    }
  }

  private static List<ServiceDescriptor> services() {
    return ContractFiles.contracts().stream().flatMap(file -> file.getServices().stream()).toList();
  }

  /** A repeatable write has a request id or an etag; others begin an operation or give nothing. */
  /** Returns the contracts of the repository, every one of which is written. */
  private static List<String> ours() throws IOException {
    Path root = Repository.root().resolve("proto/src/main/proto");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".proto"))
          .map(file -> root.relativize(file).toString())
          .toList();
    }
  }

  private static boolean writes(MethodDescriptor method) {
    Descriptor request = method.getInputType();
    String response = method.getOutputType().getFullName();
    boolean begins =
        response.equals("google.longrunning.Operation")
            && !method.getService().getFullName().equals("google.longrunning.Operations");
    return request.findFieldByName("request_id") != null
        || request.findFieldByName("etag") != null
        || request.findFieldByName("update_mask") != null
        || begins
        || response.equals("google.protobuf.Empty");
  }

  private List<String> repeated(String service) throws IOException {
    JsonNode config =
        new ObjectMapper()
            .readTree(folder.resolve("service-config").resolve(service + ".json").toFile());
    assertThat(config.at("/loadBalancingConfig/0").has("round_robin")).isTrue();
    JsonNode method = config.at("/methodConfig/0");
    if (!method.isMissingNode()) {
      assertThat(method.at("/retryPolicy/retryableStatusCodes"))
          .extracting(JsonNode::asText)
          .containsExactly("UNAVAILABLE", "RESOURCE_EXHAUSTED");
    }
    return method.path("name").findValuesAsText("method");
  }

  private static List<String> importsOf(Path proto) throws IOException {
    return Files.readAllLines(proto).stream()
        .filter(line -> line.startsWith("import "))
        .map(line -> line.replaceAll("^import (public )?\"([^\"]+)\".*$", "$2"))
        .toList();
  }
}
