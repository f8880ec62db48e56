package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.longrunning.Operation;
import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Context;
import io.matinee.proto.model.v1.Blob;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.LoadedVersion;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.ReaderKind;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.model.v1.ScorerKind;
import io.matinee.proto.model.v1.WorkUnit;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.proto.trainer.v1.DeleteModelVersionRequest;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.DownloadBlobResponse;
import io.matinee.proto.trainer.v1.GetAliasRequest;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ListAliasesRequest;
import io.matinee.proto.trainer.v1.ListAliasesResponse;
import io.matinee.proto.trainer.v1.ListModelVersionsRequest;
import io.matinee.proto.trainer.v1.ListModelVersionsResponse;
import io.matinee.proto.trainer.v1.ReportReaderRequest;
import io.matinee.proto.trainer.v1.SetAliasRequest;
import io.matinee.proto.trainer.v1.VerifyModelVersionMetadata;
import io.matinee.proto.trainer.v1.VerifyModelVersionRequest;
import io.matinee.proto.trainer.v1.VerifyModelVersionResponse;
import io.matinee.proto.trainer.v1.VersionInUse;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.TinyModel;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class ModelRegistryApiTest extends RunningRegistry {
  @Test
  void publishesVersionsThatCanBeDownloadedAndVerified() throws Exception {
    String model = model();
    publish(model);
    String name = publish(model);
    assertThat(name).isEqualTo(model + "/versions/2");
    ModelVersion version = registry().getModelVersion(get(name)).getModelVersion();
    assertThat(version.getRanking().getAlgorithmId()).isEqualTo("als");
    assertThat(version.getRanking().getKind()).isEqualTo(ScorerKind.SCORER_KIND_FACTORS);
    assertThat(version.getRanking().getDevice()).isEqualTo("cpu");
    assertThat(version.hasRating()).isTrue();
    assertThat(version.getServable()).isTrue();
    assertThat(version.getUserCount()).isEqualTo(TinyModel.USERS);
    assertThat(version.getBlobs(0).getName()).isEqualTo("manifest");
    for (Blob blob : version.getBlobsList()) {
      ByteString content = download(blob.getSha256(), 0);
      assertThat(content.size()).isEqualTo(blob.getSizeBytes());
      assertThat(Hashing.sha256().hashBytes(content.toByteArray()).toString())
          .isEqualTo(blob.getSha256());
    }
    Operation verified = ended(registry().verifyModelVersion(verify(name)));
    assertThat(response(verified, VerifyModelVersionResponse.class).getBlobsList())
        .isEqualTo(version.getBlobsList());
    VerifyModelVersionMetadata metadata =
        verified.getMetadata().unpack(VerifyModelVersionMetadata.class);
    long bytes = version.getBlobsList().stream().mapToLong(Blob::getSizeBytes).sum();
    assertThat(metadata.getModelVersion()).isEqualTo(name);
    assertThat(metadata.getStage()).isEqualTo(VerifyModelVersionMetadata.Stage.STAGE_ENDED);
    assertThat(metadata.getVerifiedBlobCount()).isEqualTo(version.getBlobsCount());
    assertThat(metadata.getProgress().getUnit()).isEqualTo(WorkUnit.WORK_UNIT_BYTES);
    assertThat(metadata.getProgress().getDoneCount()).isEqualTo(bytes);
    assertThat(metadata.getProgress().getTotalCount()).isEqualTo(bytes);
    ListModelVersionsRequest list =
        ListModelVersionsRequest.newBuilder().setModel(model).setPageSize(1).build();
    ListModelVersionsResponse newest = registry().listModelVersions(list);
    assertThat(newest.getModelVersionsList()).extracting("name").containsExactly(name);
    assertThat(
            registry()
                .listModelVersions(list.toBuilder().setPageToken(newest.getNextPageToken()).build())
                .getModelVersionsList())
        .extracting("name")
        .containsExactly(model + "/versions/1");
  }

  @Test
  void deletesAVersionOnceNoAliasPointsAtIt() throws Exception {
    String model = model();
    String name = publish(model);
    String alias = model + "/aliases/production";
    set(alias, name, "");
    DeleteModelVersionRequest request =
        DeleteModelVersionRequest.newBuilder().setName(name).build();
    assertRefused(Reason.RESOURCE_IN_USE, () -> registry().deleteModelVersion(request));
    String digest = registry().getModelVersion(get(name)).getModelVersion().getBlobs(0).getSha256();

    set(alias, "", "*");
    var unused = registry().deleteModelVersion(request);

    assertRefused(Reason.MODEL_VERSION_NOT_FOUND, () -> registry().getModelVersion(get(name)));
    assertRefused(Reason.MODEL_VERSION_NOT_FOUND, () -> registry().deleteModelVersion(request));
    assertThat(download(digest, 0)).as("by who still reads it").isNotEmpty();
    assertThat(publish(model)).isEqualTo(model + "/versions/2");
  }

  @Test
  void resumesADownloadAndRefusesUnknownBlobs() throws Exception {
    ModelVersion version = registry().getModelVersion(get(publish(model()))).getModelVersion();
    String digest = version.getBlobs(0).getSha256();
    ByteString whole = download(digest, 0);
    assertThat(download(digest, 10)).isEqualTo(whole.substring(10));
    assertThat(download(digest, whole.size())).isEqualTo(ByteString.EMPTY);
    assertRefused(Reason.BLOB_NOT_FOUND, () -> download("0".repeat(64), 0));
    assertRefused(Reason.INVALID_REQUEST, "sha256", () -> download("../etc", 0));
  }

  @Test
  void namesTheBlobThatIsNotAsItWasPublished() throws Exception {
    String name = publish(model());
    Blob blob = registry().getModelVersion(get(name)).getModelVersion().getBlobs(1);
    Path file = home.blobs().resolve(blob.getSha256());
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
    Status error = ended(registry().verifyModelVersion(verify(name))).getError();
    assertThat(error.getCode()).isEqualTo(Code.DATA_LOSS.getNumber());
    ErrorInfo info = error.getDetails(0).unpack(ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo("BLOB_CORRUPT");
    assertThat(info.getMetadataMap()).containsEntry("blob", blob.getName());
    content[content.length / 2] ^= 1;
    Files.write(file, content);
  }

  @Test
  void aRepeatedVerificationIsTheSameOperation() throws Exception {
    VerifyModelVersionRequest request =
        verify(publish(model())).toBuilder().setRequestId(UUID.randomUUID().toString()).build();
    String first = registry().verifyModelVersion(request).getName();
    assertThat(registry().verifyModelVersion(request).getName()).isEqualTo(first);
    assertThat(registry().verifyModelVersion(request.toBuilder().clearRequestId().build()))
        .extracting(Operation::getName)
        .isNotEqualTo(first);
  }

  @Test
  void movesAnAliasOnlyFromTheEtagThatTheCallerSaw() throws Exception {
    String model = model();
    String first = publish(model);
    String second = publish(model);
    String name = model + "/aliases/production";
    assertRefused(Reason.ALIAS_NOT_FOUND, () -> registry().getAlias(alias(name)));
    Alias created = set(name, first, "");
    assertThat(created.getModelVersion()).isEqualTo(first);
    assertRefused(Reason.ETAG_MISMATCH, () -> set(name, second, ""));
    assertRefused(Reason.ETAG_MISMATCH, () -> set(name, second, "stale"));
    Alias moved = set(name, second, created.getEtag());
    assertThat(moved.getEtag()).isNotEqualTo(created.getEtag());
    assertThat(registry().getAlias(alias(name)).getAlias()).isEqualTo(moved);
    assertThat(set(name, "", "*").getModelVersion()).isEmpty();
    set(model + "/aliases/candidate", first, "");
    ListAliasesRequest list =
        ListAliasesRequest.newBuilder().setModel(model).setPageSize(1).build();
    ListAliasesResponse page = registry().listAliases(list);
    assertThat(page.getAliases(0).getName()).isEqualTo(model + "/aliases/candidate");
    assertThat(
            registry()
                .listAliases(list.toBuilder().setPageToken(page.getNextPageToken()).build())
                .getAliases(0)
                .getName())
        .isEqualTo(name);
  }

  @Test
  void pointsAliasesAtVersionsOfTheirModelOnly() throws Exception {
    String model = model();
    String version = publish(model);
    assertRefused(
        Reason.MODEL_VERSION_NOT_FOUND,
        () -> set(model + "/aliases/production", model + "/versions/99", ""));
    assertRefused(
        Reason.INVALID_REQUEST,
        "model_version",
        () -> set("models/other/aliases/production", version, ""));
    assertRefused(
        Reason.MODEL_VERSION_NOT_FOUND,
        () -> registry().getModelVersion(get(model + "/versions/99")));
    assertRefused(
        Reason.MODEL_VERSION_NOT_FOUND,
        () -> registry().verifyModelVersion(verify(model + "/versions/99")));
  }

  @Test
  void tellsWatchersTheStateThenChangesAndThatNothingChanged() throws Exception {
    String model = model();
    String version = publish(model);
    String name = model + "/aliases/production";
    try (Context.CancellableContext context = Context.current().withCancellation()) {
      Context previous = context.attach();
      try {
        Iterator<WatchAliasResponse> messages =
            registry().watchAlias(WatchAliasRequest.newBuilder().setName(name).build());
        WatchAliasResponse state = messages.next();
        assertThat(state.getHeartbeat()).isFalse();
        assertThat(state.getAlias().getName()).isEqualTo(name);
        assertThat(state.hasModelVersion()).isFalse();
        assertThat(messages.next())
            .isEqualTo(WatchAliasResponse.newBuilder().setHeartbeat(true).build());
        Alias alias = set(name, version, "");
        WatchAliasResponse change = messages.next();
        while (change.getHeartbeat()) {
          change = messages.next();
        }
        assertThat(change.getAlias()).isEqualTo(alias);
        assertThat(change.getModelVersion().getName()).isEqualTo(version);
        assertThat(change.getModelVersion().getBlobsList()).isNotEmpty();
      } finally {
        context.detach(previous);
      }
    }
  }

  @Test
  void answersReadersWhateverIsStoredAlready() throws Exception {
    String model = model();
    String version = publish(model);
    database.write(
        handle ->
            handle.execute(
                "UPDATE model_version SET manifest = manifest || ? WHERE model_id = ?",
                " ".repeat(5_000_000),
                model.substring("models/".length())));
    ModelVersion answer = registry().getModelVersion(get(version)).getModelVersion();
    assertThat(answer.getName()).isEqualTo(version);
    set(model + "/aliases/production", version, "");
    assertThat(watched(model + "/aliases/production").getModelVersion().getName())
        .isEqualTo(version);
    assertThat(
            registry()
                .listModelVersions(ListModelVersionsRequest.newBuilder().setModel(model).build())
                .getModelVersionsList())
        .hasSize(1);
  }

  @Test
  void tellsOfAVersionOfAnotherFormatWhatIsKnown() throws Exception {
    String model = model();
    String old = publish(model);
    String present = publish(model);
    set(model + "/aliases/production", old, "");
    String manifest = "{\"formatVersion\":1}";
    database.write(
        handle ->
            handle.execute(
                "UPDATE model_version SET manifest = ? WHERE model_id = ? AND version_number = 1",
                manifest,
                model.substring("models/".length())));

    ListModelVersionsResponse list =
        registry().listModelVersions(ListModelVersionsRequest.newBuilder().setModel(model).build());
    assertThat(list.getModelVersionsList()).extracting("name").containsExactly(present, old);
    ModelVersion known = list.getModelVersions(1);
    assertThat(known.getServable()).isFalse();
    assertThat(known.hasCreateTime()).isTrue();
    assertThat(known.getBlobsList())
        .isEqualTo(
            response(
                    ended(registry().verifyModelVersion(verify(old))),
                    VerifyModelVersionResponse.class)
                .getBlobsList());
    assertThat(known.hasRanking()).isFalse();
    assertThat(watched(model + "/aliases/production").getModelVersion()).isEqualTo(known);
    assertRefused(Reason.FORMAT_UNSUPPORTED, () -> set(model + "/aliases/staging", old, ""));
  }

  @Test
  void deletesNoVersionThatAnEvaluationReads() throws Exception {
    String name = publish(model());
    ReportReaderRequest idle =
        ReportReaderRequest.newBuilder()
            .setReaderId("metrics-1")
            .setStatus(ReaderStatus.newBuilder().setKind(ReaderKind.READER_KIND_METRICS))
            .build();
    var held =
        registry()
            .reportReader(
                idle.toBuilder()
                    .addVersionsInUse(
                        VersionInUse.newBuilder()
                            .setModelVersion(name)
                            .setNeededBy("evaluations/7f9c"))
                    .build());
    assertThat(held.getLeaseDuration().getSeconds()).isPositive();
    DeleteModelVersionRequest request =
        DeleteModelVersionRequest.newBuilder().setName(name).build();

    assertThat(assertRefused(Reason.RESOURCE_IN_USE, () -> registry().deleteModelVersion(request)))
        .hasMessageContaining("evaluations/7f9c needs it");
    var released = registry().reportReader(idle);
    assertThat(released.getLeaseDuration().getSeconds()).isPositive();
    var unused = registry().deleteModelVersion(request);
  }

  @Test
  void leasesTheVersionThatAReaderReports() {
    ReportReaderRequest report =
        ReportReaderRequest.newBuilder()
            .setReaderId("serving-1")
            .setStatus(
                ReaderStatus.newBuilder()
                    .addAliases(
                        FollowedAlias.newBuilder()
                            .setAlias("models/movies/aliases/production")
                            .setLoaded(
                                LoadedVersion.newBuilder()
                                    .setModelVersion("models/movies/versions/1"))))
            .build();
    assertThat(registry().reportReader(report).getLeaseDuration().getSeconds()).isEqualTo(120);
    assertRefused(
        Reason.INVALID_REQUEST,
        "status",
        () -> registry().reportReader(report.toBuilder().clearStatus().build()));
  }

  /** The first message to somebody who watches an alias. */
  private WatchAliasResponse watched(String alias) {
    try (Context.CancellableContext context = Context.current().withCancellation()) {
      Context previous = context.attach();
      try {
        return registry().watchAlias(WatchAliasRequest.newBuilder().setName(alias).build()).next();
      } finally {
        context.detach(previous);
      }
    }
  }

  @Test
  void sendsChunksOfWhichAnyConnectionMayLeaveTwoUnread() throws IOException {
    Path file = Files.write(home.staging().resolve("large"), new byte[1 << 20]);
    DownloadBlobRequest request =
        DownloadBlobRequest.newBuilder().setSha256(blobs.put(file).sha256()).build();
    assertThat(registry().downloadBlob(request))
        .toIterable()
        .allSatisfy(part -> assertThat(part.getChunk().size()).isBetween(1, 128 << 10));
  }

  private ByteString download(String digest, long offset) {
    Iterator<DownloadBlobResponse> parts =
        registry()
            .downloadBlob(
                DownloadBlobRequest.newBuilder().setSha256(digest).setOffset(offset).build());
    ByteString content = ByteString.EMPTY;
    while (parts.hasNext()) {
      content = content.concat(parts.next().getChunk());
    }
    return content;
  }

  private Alias set(String name, String version, String etag) {
    return registry()
        .setAlias(
            SetAliasRequest.newBuilder()
                .setName(name)
                .setModelVersion(version)
                .setEtag(etag)
                .setReason("a test")
                .build())
        .getAlias();
  }

  private static GetAliasRequest alias(String name) {
    return GetAliasRequest.newBuilder().setName(name).build();
  }

  private static GetModelVersionRequest get(String name) {
    return GetModelVersionRequest.newBuilder().setName(name).build();
  }

  private static VerifyModelVersionRequest verify(String name) {
    return VerifyModelVersionRequest.newBuilder().setName(name).build();
  }
}
