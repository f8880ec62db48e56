package io.matinee.model.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.durable.DurableFiles;
import io.matinee.model.ratings.IdDictionary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as a JSON array of movies in the order of their dictionary. What is unknown or
 * empty is left out. Read as a stream, without reflection.
 */
final class CatalogueBlob {
  private static final JsonFactory JSON = new JsonFactory();

  private CatalogueBlob() {}

  static void write(Path file, Catalogue catalogue) throws IOException {
    DurableFiles.write(
        file,
        channel -> {
          OutputStream stream = Channels.newOutputStream(channel);
          JsonGenerator json =
              JSON.createGenerator(stream).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
          json.writeStartArray();
          for (int index = 0; index < catalogue.size(); index++) {
            json.writeRaw('\n');
            write(json, catalogue, index);
          }
          json.writeEndArray();
          json.flush();
        });
  }

  static Catalogue read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (JsonParser json = JSON.createParser(file.toFile())) {
      require(json, json.nextToken() == JsonToken.START_ARRAY);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        require(json, json.currentToken() == JsonToken.START_OBJECT);
        entries.add(readEntry(json));
      }
      require(json, json.nextToken() == null);
    }
    List<Movie> movies = entries.stream().map(Entry::movie).toList();
    return Catalogue.ofCounts(
        IdDictionary.of(movies.stream().map(Movie::id).toList()),
        movies,
        entries.stream().mapToLong(Entry::count).toArray(),
        entries.stream().mapToDouble(Entry::mean).toArray());
  }

  private static void write(JsonGenerator json, Catalogue catalogue, int index) throws IOException {
    Movie movie = catalogue.movie(index);
    json.writeStartObject();
    json.writeStringField("id", movie.id());
    writeText(json, "title", movie.title());
    writeText(json, "original_title", movie.originalTitle());
    if (movie.year() != null) {
      json.writeNumberField("year", movie.year());
    }
    writeTexts(json, "genres", movie.genres());
    writeTexts(json, "tags", movie.tags());
    writeText(json, "overview", movie.overview());
    writeText(json, "imdb_id", movie.imdbId());
    writeText(json, "tmdb_id", movie.tmdbId());
    writeCount(json, "vote_count", movie.voteCount());
    writeCount(json, "rating_count", catalogue.ratingCount(index));
    if (!Double.isNaN(catalogue.meanRating(index))) {
      json.writeNumberField("mean_rating", catalogue.meanRating(index));
    }
    json.writeEndObject();
  }

  private static void writeText(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  private static void writeCount(JsonGenerator json, String name, long count) throws IOException {
    if (count > 0) {
      json.writeNumberField(name, count);
    }
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    if (!texts.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String text : texts) {
        json.writeString(text);
      }
      json.writeEndArray();
    }
  }

  private static Entry readEntry(JsonParser json) throws IOException {
    EntryReader entry = new EntryReader();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      entry.read(name, json);
    }
    require(json, json.currentToken() == JsonToken.END_OBJECT);
    return entry.build();
  }

  private static void require(JsonParser json, boolean holds) throws IOException {
    if (!holds) {
      throw new IllegalArgumentException(
          "not an array of movies, at " + json.currentTokenLocation());
    }
  }

  /** A movie with its ratings' count and mean. */
  private record Entry(Movie movie, long count, double mean) {}

  /** Collects the properties of one movie. */
  private static final class EntryReader {
    private String id = "";
    private String title = "";
    private String originalTitle = "";
    private @Nullable Integer year;
    private List<String> genres = List.of();
    private List<String> tags = List.of();
    private String overview = "";
    private String imdbId = "";
    private String tmdbId = "";
    private long voteCount;
    private long count;
    private double mean = Double.NaN;

    void read(String name, JsonParser json) throws IOException {
      switch (name) {
        case "id" -> id = json.getText();
        case "title" -> title = json.getText();
        case "original_title" -> originalTitle = json.getText();
        case "year" -> year = json.getIntValue();
        case "genres" -> genres = texts(json);
        case "tags" -> tags = texts(json);
        case "overview" -> overview = json.getText();
        case "imdb_id" -> imdbId = json.getText();
        case "tmdb_id" -> tmdbId = json.getText();
        case "vote_count" -> voteCount = json.getLongValue();
        case "rating_count" -> count = json.getLongValue();
        case "mean_rating" -> mean = json.getDoubleValue();
        default -> json.skipChildren();
      }
    }

    Entry build() {
      Movie movie =
          new Movie(
              id, title, originalTitle, year, genres, tags, overview, imdbId, tmdbId, voteCount);
      return new Entry(movie, count, mean);
    }

    private static List<String> texts(JsonParser json) throws IOException {
      List<String> texts = new ArrayList<>();
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.add(json.getText());
      }
      return texts;
    }
  }
}
