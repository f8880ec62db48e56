package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import io.matinee.proto.trainer.v1.UploadDatasetRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.dataset.importing.DatasetImporter;
import io.matinee.trainer.dataset.importing.ImportRequest;
import io.matinee.trainer.dataset.upload.Announcement;
import io.matinee.trainer.dataset.upload.IncomingUpload;
import io.matinee.trainer.dataset.upload.UploadKey;
import io.matinee.trainer.dataset.upload.Uploads;
import io.matinee.trainer.name.DatasetName;
import java.io.IOException;
import java.util.Optional;

/**
 * Uploads that become versions of data sets.
 *
 * @param importer imports them
 * @param uploads takes the bytes
 */
record DatasetUploads(DatasetImporter importer, Uploads uploads)
    implements UploadPurpose<UploadDatasetRequest> {
  @Override
  public boolean isHeader(UploadDatasetRequest part) {
    return part.hasHeader();
  }

  @Override
  public ByteString chunk(UploadDatasetRequest part) {
    return part.getChunk();
  }

  @Override
  public Opening open(UploadDatasetRequest part) throws IOException {
    UploadDatasetHeader header = part.getHeader();
    DatasetName dataset = DatasetName.parse(header.getDataset());
    UploadDatasetHeader request = header.toBuilder().clearOffsetBytes().build();
    Optional<RequestKey> key = RequestKey.of(header.getRequestId(), RequestDigest.of(request));
    importer.requireDataset(dataset);
    var earlier = importer.begunBy(dataset, key);
    if (earlier.isPresent()) {
      return new Earlier(earlier.get());
    }
    importer.requireRoom();
    Announcement announced = UploadHeaderReading.announcement(header);
    ImportOptionsReading options = ImportOptionsReading.of(header.getOptions(), "header.options");
    IncomingUpload incoming =
        uploads.begin(
            announced,
            key.map(it -> new UploadKey(dataset.toString(), it)),
            header.getOffsetBytes());
    ImportRequest complete = options.request(dataset, incoming.source(), key);
    return new Begun(incoming, () -> importer.begin(complete));
  }
}
