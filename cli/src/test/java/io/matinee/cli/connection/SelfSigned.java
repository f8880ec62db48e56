package io.matinee.cli.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for this machine that vouches for itself, made by the JDK's keytool.
 *
 * @param certificate in PEM
 * @param key its private key, in PEM
 */
public record SelfSigned(Path certificate, Path key) {
  private static final String PASSWORD = "no-secret";
  private static final String ALIAS = "service";

  /** Makes a certificate and its key in a folder. */
  public static SelfSigned make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = Files.createDirectories(folder).resolve("keys.p12");
    runKeytool(file);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, PASSWORD.toCharArray());
    }
    return new SelfSigned(
        write(
            folder.resolve("certificate.pem"),
            "CERTIFICATE",
            store.getCertificate(ALIAS).getEncoded()),
        write(
            folder.resolve("key.pem"),
            "PRIVATE KEY",
            store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
  }

  private static void runKeytool(Path file) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-validity",
                "2",
                "-dname",
                "CN=matinee.test",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new AssertionError("keytool failed: " + said);
    }
  }

  private static Path write(Path file, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
  }
}
