package io.matinee.runtime.server;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration.SslServerConfig;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.KeyStoreOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Path;
import java.util.Optional;

/** TLS as Quarkus' settings {@code quarkus.grpc.server.ssl} ask for it. */
final class Encryption {
  private static final String SETTINGS = "quarkus.grpc.server.ssl";

  private Encryption() {}

  /**
   * Returns what encrypts connections; empty when they are plain.
   *
   * @throws IllegalStateException when the settings are incomplete, or a file cannot be used
   */
  static Optional<SslContext> of(GrpcServerConfiguration configuration, Vertx vertx) {
    if (configuration.isPlainTextEnabled()) {
      return Optional.empty();
    }
    SslServerConfig asked = configuration.ssl();
    try {
      SslContextBuilder builder =
          GrpcSslContexts.configure(
                  SslContextBuilder.forServer(identity(asked).getKeyManagerFactory(vertx)))
              .protocols(asked.protocols())
              .clientAuth(clientAuth(asked));
      asked.cipherSuites().ifPresent(builder::ciphers);
      if (asked.trustStore().isPresent()) {
        builder.trustManager(
            store(asked.trustStore().get(), asked.trustStoreType(), asked.trustStorePassword())
                .getTrustManagerFactory(vertx));
      }
      return Optional.of(builder.build());
    } catch (Exception unusable) {
      throw new IllegalStateException(
          "gRPC cannot speak TLS with the settings of %s: %s".formatted(SETTINGS, unusable),
          unusable);
    }
  }

  private static KeyCertOptions identity(SslServerConfig asked) {
    if (asked.certificate().isPresent() && asked.key().isPresent()) {
      return new PemKeyCertOptions()
          .setCertPath(asked.certificate().get().toString())
          .setKeyPath(asked.key().get().toString());
    }
    Path file =
        asked
            .keyStore()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "name a certificate and its key (.certificate, .key), or a .key-store"));
    KeyStoreOptions store = store(file, asked.keyStoreType(), asked.keyStorePassword());
    asked.keyStoreAlias().ifPresent(store::setAlias);
    asked.keyStoreAliasPassword().ifPresent(store::setAliasPassword);
    return store;
  }

  private static KeyStoreOptions store(
      Path file, Optional<String> type, Optional<String> password) {
    KeyStoreOptions store =
        new KeyStoreOptions().setPath(file.toString()).setType(type.orElseGet(() -> type(file)));
    password.ifPresent(store::setPassword);
    return store;
  }

  private static String type(Path file) {
    String name = file.toString();
    return name.endsWith(".p12") || name.endsWith(".pkcs12") || name.endsWith(".pfx")
        ? "PKCS12"
        : "JKS";
  }

  private static ClientAuth clientAuth(SslServerConfig asked) {
    return switch (asked.clientAuth()) {
      case NONE -> ClientAuth.NONE;
      case REQUEST -> ClientAuth.OPTIONAL;
      case REQUIRED -> ClientAuth.REQUIRE;
    };
  }
}
