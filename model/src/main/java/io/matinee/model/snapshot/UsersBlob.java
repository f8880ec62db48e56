package io.matinee.model.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.matinee.model.durable.DurableFiles;
import io.matinee.model.ratings.IdDictionary;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ids of the users as a JSON array of strings in the order of their dictionary. */
final class UsersBlob {
  private static final JsonFactory JSON = new JsonFactory();

  private UsersBlob() {}

  static void write(Path file, IdDictionary users) throws IOException {
    DurableFiles.write(
        file,
        channel -> {
          JsonGenerator json =
              JSON.createGenerator(Channels.newOutputStream(channel))
                  .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
          json.writeStartArray();
          for (String id : users.ids()) {
            json.writeString(id);
          }
          json.writeEndArray();
          json.flush();
        });
  }

  static IdDictionary read(Path file) throws IOException {
    List<String> ids = new ArrayList<>();
    try (JsonParser json = JSON.createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new IllegalArgumentException("not an array of ids");
      }
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        ids.add(json.getText());
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        throw new IllegalArgumentException("not an array of ids");
      }
    }
    IdDictionary users = IdDictionary.of(ids);
    if (!users.ids().equals(ids)) {
      throw new IllegalArgumentException("ids that are not in order");
    }
    return users;
  }
}
