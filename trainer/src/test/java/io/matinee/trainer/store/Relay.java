package io.matinee.trainer.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Stands between a database and who uses it, and cuts the lines where a test says so. */
public final class Relay implements Closeable {
  private static final String SCHEME = "jdbc:";

  private final URI target;
  private final ServerSocket door;
  private final Set<Closeable> lines = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable String> awaited = new AtomicReference<>();
  private volatile boolean cut;

  private Relay(URI target, ServerSocket door) {
    this.target = target;
    this.door = door;
  }

  /** Opens a relay to the server of a database. */
  public static Relay to(String url) throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Relay relay = new Relay(URI.create(url.substring(SCHEME.length())), door);
    Thread.ofVirtual().start(relay::accept);
    return relay;
  }

  /** Returns the database as it is reached through here. */
  public DatabaseServer server() {
    String url =
        SCHEME + target.toString().replace(":" + target.getPort(), ":" + door.getLocalPort());
    return new DatabaseServer(url, PostgresqlForTests.USER, "", 4);
  }

  /** Cuts all lines, and lets no new ones through. */
  public void cut() {
    cut = true;
    lines.forEach(Relay::close);
  }

  /** Lets new lines through again. */
  public void restore() {
    cut = false;
  }

  /**
   * Cuts the line on which a word is heard next, once the server has answered what is said after
   * it. A commit itself is heard by no word: the driver prepares it once and then sends its number.
   */
  public void loseAnswerAfter(String word) {
    awaited.set(word);
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        Socket caller = door.accept();
        if (cut) {
          caller.close();
        } else {
          connect(caller);
        }
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private void connect(Socket caller) throws IOException {
    Socket server = new Socket(target.getHost(), target.getPort());
    Closeable line =
        () -> {
          caller.close();
          server.close();
        };
    lines.add(line);
    Answers answers = new Answers();
    Thread.ofVirtual().start(() -> pump(caller, server, line, answers::hear));
    Thread.ofVirtual().start(() -> pump(server, caller, line, part -> !answers.lost));
  }

  /** Whether the answers of a line are lost. */
  private final class Answers {
    private boolean heard;
    private volatile boolean lost;

    boolean hear(String part) {
      String word = awaited.get();
      if (heard) {
        lost = true;
      } else if (word != null && part.contains(word) && awaited.compareAndSet(word, null)) {
        heard = true;
      }
      return true;
    }
  }

  private void pump(Socket from, Socket to, Closeable line, Filter filter) {
    byte[] buffer = new byte[1 << 16];
    try (line;
        InputStream source = from.getInputStream()) {
      for (int length = source.read(buffer); length >= 0; length = source.read(buffer)) {
        if (!filter.lets(new String(Arrays.copyOf(buffer, length), US_ASCII))) {
          return;
        }
        to.getOutputStream().write(buffer, 0, length);
      }
    } catch (IOException ended) {
      lines.remove(line);
    }
  }

  private static void close(Closeable line) {
    try {
      line.close();
    } catch (IOException closedAlready) {
      throw new IllegalStateException(closedAlready);
    }
  }

  /** Hears what passes, and says whether it may. */
  @FunctionalInterface
  private interface Filter {
    boolean lets(String part);
  }
}
