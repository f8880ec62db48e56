package io.matinee.runtime.validation;

import build.buf.validate.FieldRules;
import build.buf.validate.Int32Rules;
import build.buf.validate.RepeatedRules;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.matinee.runtime.paging.PageSize;
import io.matinee.runtime.paging.PageToken;
import java.util.Map;

/**
 * The rules of a field: those that its contract states, and for messages whose contract is not ours
 * and states none, those that our own contracts have for fields of the kind.
 */
final class StatedRules {
  private static final int NAME_BYTES = 512;
  private static final int TEXT_BYTES = 4096;
  private static final int PATH_BYTES = 256;
  private static final int MOST_PATHS = 16;

  private static final Map<String, FieldRules> OF_OTHERS =
      Map.of(
          "google.longrunning.GetOperationRequest.name", atMost(NAME_BYTES),
          "google.longrunning.DeleteOperationRequest.name", atMost(NAME_BYTES),
          "google.longrunning.CancelOperationRequest.name", atMost(NAME_BYTES),
          "google.longrunning.WaitOperationRequest.name", atMost(NAME_BYTES),
          "google.longrunning.ListOperationsRequest.name", atMost(NAME_BYTES),
          "google.longrunning.ListOperationsRequest.filter", atMost(TEXT_BYTES),
          "google.longrunning.ListOperationsRequest.page_token", atMost(PageToken.LONGEST),
          "google.longrunning.ListOperationsRequest.page_size", pageSize(),
          "google.protobuf.FieldMask.paths", paths());

  private StatedRules() {}

  /** Returns a field's rules; without any when none is stated. */
  static FieldRules of(FieldDescriptor field) {
    FieldRules theirs = OF_OTHERS.get(field.getFullName());
    return theirs == null ? field.getOptions().getExtension(ValidateProto.field) : theirs;
  }

  private static FieldRules atMost(int bytes) {
    return FieldRules.newBuilder().setString(StringRules.newBuilder().setMaxBytes(bytes)).build();
  }

  private static FieldRules paths() {
    return FieldRules.newBuilder()
        .setRepeated(
            RepeatedRules.newBuilder()
                .setMinItems(1)
                .setMaxItems(MOST_PATHS)
                .setItems(atMost(PATH_BYTES)))
        .build();
  }

  private static FieldRules pageSize() {
    return FieldRules.newBuilder()
        .setInt32(Int32Rules.newBuilder().setGte(0).setLte(PageSize.LARGEST))
        .build();
  }
}
