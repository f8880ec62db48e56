package io.matinee.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
            "buf/validate/validate.proto");
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

  private static List<String> importsOf(Path proto) throws IOException {
    return Files.readAllLines(proto).stream()
        .filter(line -> line.startsWith("import "))
        .map(line -> line.replaceAll("^import (public )?\"([^\"]+)\".*$", "$2"))
        .toList();
  }
}
