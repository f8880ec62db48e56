package io.matinee.cli.contract;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.util.Collection;

/**
 * The descriptors of proto files as protoc would write them: with the JSON names, which generated
 * code leaves out.
 */
final class DescriptorSet {
  private DescriptorSet() {}

  /** Returns the set of the given files, in their order. */
  static FileDescriptorSet of(Collection<FileDescriptor> files) {
    FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
    for (FileDescriptor file : files) {
      FileDescriptorProto.Builder named = file.toProto().toBuilder();
      for (Descriptor message : file.getMessageTypes()) {
        nameFields(message, named.getMessageTypeBuilder(message.getIndex()));
      }
      set.addFile(named);
    }
    return set.build();
  }

  private static void nameFields(Descriptor message, DescriptorProto.Builder named) {
    for (FieldDescriptorProto.Builder field : named.getFieldBuilderList()) {
      field.setJsonName(message.findFieldByNumber(field.getNumber()).getJsonName());
    }
    for (Descriptor nested : message.getNestedTypes()) {
      nameFields(nested, named.getNestedTypeBuilder(nested.getIndex()));
    }
  }
}
