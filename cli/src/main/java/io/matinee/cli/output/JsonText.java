package io.matinee.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import io.matinee.proto.metrics.v1.EvaluateModelMetadata;
import io.matinee.proto.metrics.v1.EvaluateModelResponse;
import io.matinee.proto.trainer.v1.ImportRatingsMetadata;
import io.matinee.proto.trainer.v1.ImportRatingsResponse;
import io.matinee.proto.trainer.v1.TrainModelMetadata;
import io.matinee.proto.trainer.v1.TrainModelResponse;

/** JSON of messages and of plain documents. */
public final class JsonText {
  private static final TypeRegistry TYPES =
      TypeRegistry.newBuilder()
          .add(TrainModelMetadata.getDescriptor())
          .add(TrainModelResponse.getDescriptor())
          .add(ImportRatingsMetadata.getDescriptor())
          .add(ImportRatingsResponse.getDescriptor())
          .add(EvaluateModelMetadata.getDescriptor())
          .add(EvaluateModelResponse.getDescriptor())
          .add(ErrorInfo.getDescriptor())
          .add(BadRequest.getDescriptor())
          .add(RequestInfo.getDescriptor())
          .build();
  private static final JsonFormat.Printer MESSAGES =
      JsonFormat.printer().usingTypeRegistry(TYPES).alwaysPrintFieldsWithNoPresence();
  private static final JsonFormat.Printer REQUESTS =
      JsonFormat.printer().preservingProtoFieldNames().omittingInsignificantWhitespace();
  private static final ObjectMapper DOCUMENTS =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private JsonText() {}

  /** Returns a message in protobuf's JSON mapping, fields with their default value included. */
  public static String of(Message message) {
    try {
      return MESSAGES.print(message);
    } catch (InvalidProtocolBufferException unknownType) {
      throw new IllegalStateException("a message of an unknown type", unknownType);
    }
  }

  /** Returns a request on one line with the proto's own field names, as grpcurl takes it. */
  public static String compact(Message request) {
    try {
      return REQUESTS.print(request);
    } catch (InvalidProtocolBufferException unknownType) {
      throw new IllegalStateException("a message of an unknown type", unknownType);
    }
  }

  /** Returns records, maps, lists and plain values as JSON. */
  public static String of(Object document) {
    try {
      return DOCUMENTS.writeValueAsString(document);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("a document that JSON cannot hold", unwritable);
    }
  }

  /** Returns a message as a tree, to be part of a larger document. */
  public static JsonNode tree(Message message) {
    try {
      return DOCUMENTS.readTree(of(message));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("protobuf wrote JSON that does not parse", unreadable);
    }
  }
}
