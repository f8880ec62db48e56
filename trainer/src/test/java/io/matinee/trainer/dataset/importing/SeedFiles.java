package io.matinee.trainer.dataset.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small folders of files in each form, all of whose rows are good. */
final class SeedFiles {
  private static final String METADATA =
      """
      adult,genres,id,imdb_id,original_title,overview,release_date,title,vote_count
      False,"[{'id': 16, 'name': 'Animation'}, {'id': 35, 'name': ""Children's""}]",862,tt0114709,Toy Story,"Toys, alive.",1995-10-30,Toy Story,5415
      False,[],8844,tt0113497,Jumanji,A game.,1995-12-15,Jumanji,2413
      """;

  static final List<Map<String, String>> ALL =
      List.of(
          Map.of(
              "ratings.csv",
              "userId,movieId,rating,timestamp\n1,1,4.0,964982703\n1,2,3.5,2001-02-03T04:05:06Z\n\"2\",1,.5,964982224\n3,3,5,964983815\n",
              "movies.csv",
              "movieId,title,genres\n1,Toy Story (1995),Animation|Children\n2,\"Jumanji, the \"\"Game\"\" (1995)\",Adventure\n3,Heat (1995),(no genres listed)\n",
              "links.csv",
              "movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844.0\n",
              "tags.csv",
              "userId,movieId,tag,timestamp\n1,1,\"pixar, funny\",1139045764\n2,1,pixar,1139045764\n",
              "users.csv",
              "userId,age,gender,occupation\n1,25,F,writer\n2,,M,\n"),
          Map.of(
              "ratings.dat",
              "1::1193::5::978300760\n1::661::3::978302109\n2::1193::4::978298413\n",
              "movies.dat",
              "1193::One Flew Over the Cuckoo's Nest (1975)::Drama\n661::James (1996)::Animation|Children's\n",
              "tags.dat",
              "1::1193::classic::1139045764\n",
              "users.dat",
              "1::F::1::10::48067\n2::M::56::16::70072\n"),
          Map.of(
              "u.data",
              "196\t242\t3\t881250949\n186\t302\t3\t891717742\n22\t377\t1\t878887116\n",
              "u.item",
              "242|Kolya (1996)|24-Jan-1997||http://us.imdb.com|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0\n302|L.A. Confidential (1997)|01-Jan-1997||x|0|0|0|0|0|0|1|0|0|0|1|0|0|1|0|0|1|0|0\n",
              "u.user",
              "196|24|M|technician|85711\n186|53|F|other|94043\n"),
          Map.of(
              "combined_data_1.txt",
              "1:\n1488844,3,2005-09-06\n822109,5,2005-05-13\n2:\n1488844,4,2005-09-05\n",
              "movie_titles.csv",
              "1,2003,Dinosaur Planet\n2,NULL,Zorro, the \"Gay\" Blade\n"),
          Map.of(
              "ratings.jsonl",
              "{\"userId\":1,\"movieId\":\"1\",\"rating\":4.5,\"timestamp\":978300760}\n{\"userId\":\"J\\u00f6rg\",\"movieId\":2,\"rating\":\"3\",\"timestamp\":\"2001-02-03\",\"tags\":[\"a\",{}]}\n{\"rating\":5e-1,\"userId\":1,\"movieId\":2,\"timestamp\":1}\n",
              "movies_metadata.csv",
              METADATA,
              "links_small.csv",
              "movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844\n"),
          Map.of(
              "ratings_small.csv",
              "movie;rater;user;rating\n1;a;J\u00f6rg;4\n2;\"b;c\";2;4.5\n1;\"d\n\";007;1\n",
              "movies.csv",
              "title;movieId\nToy Story (1995);1\n\"Die St\u00e4dte\nzwei\";2\n",
              "movies_metadata.csv",
              METADATA),
          Map.of(
              "ratings.dat",
              "1::0114508::8::1381006850\n2::0499549::9::1376753198\n2::1305591::0::1376742507\n",
              "movies.dat",
              "0114508::Species (1995)::Action|Horror\n0499549::Avatar (2009)::Action\n",
              "users.dat",
              "1::139564917\n2::17528189\n"));

  private SeedFiles() {}

  /** Returns the files of a folder by their names, in order. */
  static NavigableMap<String, byte[]> of(int folder) {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    ALL.get(folder).forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  /** Packs files into a zip. */
  static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry("set/" + file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** Packs a file by gzip. */
  static byte[] gzip(byte[] file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(file);
    }
    return bytes.toByteArray();
  }
}
