package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.trainer.v1.GetModelRequest;
import io.matinee.proto.trainer.v1.ListModelsRequest;
import io.matinee.proto.trainer.v1.ListModelsResponse;
import io.matinee.proto.trainer.v1.Model;
import io.matinee.proto.trainer.v1.ModelServiceGrpc;
import io.matinee.proto.trainer.v1.ModelServiceGrpc.ModelServiceBlockingStub;
import io.matinee.proto.trainer.v1.UpdateModelRequest;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.store.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class ModelApiTest extends RunningTrainer {
  @Inject Database database;

  @Test
  void changesWhatTheMaskNamesFromTheEtagThatTheCallerSaw() throws Exception {
    String name = publishedModel();
    Model made = get(name);
    assertThat(made.getDisplayName()).isEmpty();
    assertThat(made.getUpdateTime()).isEqualTo(made.getCreateTime());
    Model wanted = made.toBuilder().setDisplayName("Films for tonight").build();
    Model changed = update(wanted, "display_name");
    assertThat(changed.getDisplayName()).isEqualTo("Films for tonight");
    assertThat(changed.getCreateTime()).isEqualTo(made.getCreateTime());
    assertThat(get(name)).isEqualTo(changed);
    StatusRuntimeException late =
        assertRefused(Reason.ETAG_MISMATCH, () -> update(wanted, "display_name"));
    assertThat(ErrorStatus.info(late).orElseThrow().getMetadataMap())
        .containsEntry("model", name)
        .containsEntry("etag", changed.getEtag());
  }

  @Test
  void refusesAnUpdateWithoutAnEtag() throws Exception {
    Model made = get(publishedModel());
    Model wanted = made.toBuilder().clearEtag().setDisplayName("Films").build();
    assertRefused(Reason.INVALID_REQUEST, "model.etag", () -> update(wanted, "display_name"));
    assertThat(get(made.getName())).isEqualTo(made);
  }

  @Test
  void refusesFieldsThatCannotBeChanged() throws Exception {
    Model made = get(publishedModel());
    for (String path : List.of("create_time", "name", "DISPLAY_NAME", "display_name.x", "*")) {
      assertRefused(
          Reason.INVALID_REQUEST, "update_mask", () -> update(made, "display_name", path));
      StatusRuntimeException refused =
          assertRefused(Reason.INVALID_REQUEST, () -> update(made, path));
      assertThat(refused.getMessage()).contains(path, "display_name");
    }
    assertThat(get(made.getName())).isEqualTo(made);
  }

  @Test
  void thereIsNoModelBeforeItsFirstVersion() {
    String name = model();
    StatusRuntimeException missing = assertRefused(Reason.MODEL_NOT_FOUND, () -> get(name));
    assertThat(ErrorStatus.info(missing).orElseThrow().getMetadataMap())
        .containsEntry("model", name);
    Model wanted = Model.newBuilder().setName(name).setEtag("*").build();
    assertRefused(Reason.MODEL_NOT_FOUND, () -> update(wanted, "display_name"));
  }

  @Test
  void listsModelsById() throws Exception {
    List<String> made = List.of(publishedModel(), publishedModel(), publishedModel());
    List<String> listed = new ArrayList<>();
    ListModelsRequest request = ListModelsRequest.newBuilder().setPageSize(2).build();
    ListModelsResponse page;
    do {
      page = models().listModels(request);
      assertThat(page.getModelsCount()).isBetween(1, 2);
      page.getModelsList().forEach(model -> listed.add(model.getName()));
      request = request.toBuilder().setPageToken(page.getNextPageToken()).build();
    } while (!page.getNextPageToken().isEmpty());
    assertThat(listed).isSorted().containsAll(made);
  }

  /** Makes a model as its first version does. */
  private String publishedModel() {
    String name = model();
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO model (model_id, display_name, etag, create_time, update_time)"
                    + " VALUES (?, '', ?, 7, 7)",
                ModelName.parse(name).model(),
                "etag-of-" + name.hashCode()));
    return name;
  }

  private Model get(String name) {
    return models().getModel(GetModelRequest.newBuilder().setName(name).build()).getModel();
  }

  private Model update(Model model, String... paths) {
    return models()
        .updateModel(
            UpdateModelRequest.newBuilder()
                .setModel(model)
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
                .setReason("a test")
                .build())
        .getModel();
  }

  private ModelServiceBlockingStub models() {
    return ModelServiceGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
  }
}
