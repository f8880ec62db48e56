package io.matinee.bench.faults;

import io.matinee.bench.Figure;
import io.matinee.bench.faults.call.OddCall;
import io.matinee.bench.faults.call.OddCalls;
import io.matinee.bench.faults.call.Vocabulary;
import io.matinee.bench.faults.wire.Answer;
import io.matinee.bench.faults.wire.RawConnection;
import io.matinee.bench.suite.RestartableSuite;
import io.matinee.cli.connection.Service;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Makes the odd calls of a seed, some at a time, and judges every answer. */
final class MutatedCalls {
  private static final int AT_A_TIME = 16;
  private static final int BETWEEN_CHECKUPS = 400;
  private static final int PATIENCE_MILLISECONDS = 10_000;
  private static final int PATIENCE_WITH_STREAMS_MILLISECONDS = 300;

  private final RestartableSuite suite;
  private final Checkup checkup;
  private final EventLoopGroup loops;
  private final Report report;
  private final Judge judge;
  private final Map<Service, RawConnection> connections = new EnumMap<>(Service.class);
  private final Map<String, Integer> statuses = new TreeMap<>();
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final Semaphore inFlight = new Semaphore(AT_A_TIME);
  private final AtomicBoolean unanswered = new AtomicBoolean();
  private int lost;

  /**
   * Prepares to call a suite.
   *
   * @param checkup of that suite
   * @param loops that do the client's work
   * @param report hears of each fault
   */
  MutatedCalls(RestartableSuite suite, Checkup checkup, EventLoopGroup loops, Report report) {
    this.suite = suite;
    this.checkup = checkup;
    this.loops = loops;
    this.report = report;
    this.judge =
        new Judge(
            List.of(suite.home().folder(), suite.root(), Path.of(System.getProperty("user.home"))));
  }

  /** Makes the first {@code count} calls of a seed. */
  List<Figure> run(long seed, int count) throws IOException, InterruptedException {
    return run(seed, IntStream.range(0, count).boxed().toList());
  }

  /** Makes chosen calls of a seed. */
  List<Figure> run(long seed, List<Integer> numbers) throws IOException, InterruptedException {
    OddCalls calls = new OddCalls(seed, Vocabulary.ofSuite());
    double bugsBefore = checkup.bugs();
    for (int from = 0; from < numbers.size(); from += BETWEEN_CHECKUPS) {
      List<Integer> some = numbers.subList(from, Math.min(numbers.size(), from + BETWEEN_CHECKUPS));
      for (int number : some) {
        make(calls.call(number));
      }
      look("after the cases %d to %d".formatted(some.getFirst(), some.getLast()));
    }
    connections.values().forEach(RawConnection::close);
    return figures(numbers.size(), checkup.bugs() - bugsBefore);
  }

  private void make(OddCall call) throws IOException, InterruptedException {
    if (unanswered.getAndSet(false)) {
      look("before case " + call.number());
    }
    inFlight.acquire();
    int patience =
        call.target().streams() ? PATIENCE_WITH_STREAMS_MILLISECONDS : PATIENCE_MILLISECONDS;
    send(call, patience)
        .thenAcceptAsync(answer -> note(call, answer))
        .whenComplete((nothing, failed) -> inFlight.release());
  }

  /** What breaks the transport may end its connection, and so has one of its own. */
  private CompletableFuture<Answer> send(OddCall call, int patience) {
    try {
      if (!call.breaksTransport()) {
        return shared(call.service()).call(call.headers(), call.body(), patience);
      }
      RawConnection own = open(call.service());
      return own.call(call.headers(), call.body(), patience)
          .whenComplete((answer, never) -> own.closeLater());
    } catch (IOException gone) {
      return CompletableFuture.completedFuture(Answer.none(Answer.End.LOST));
    }
  }

  private RawConnection shared(Service service) throws IOException {
    RawConnection present = connections.get(service);
    if (present == null || !present.isOpen()) {
      present = open(service);
      connections.put(service, present);
    }
    return present;
  }

  private RawConnection open(Service service) throws IOException {
    return RawConnection.open(loops, suite.ports().grpc(service), true);
  }

  private synchronized void note(OddCall call, Answer answer) {
    statuses.merge(answer.status(), 1, Integer::sum);
    Optional<Fault> fault = judge.fault(call, answer);
    if (fault.isPresent()) {
      faults.merge(fault.get(), 1, Integer::sum);
      report.fault(fault.get().description(), call.line() + " -> " + answer.line());
      unanswered.compareAndSet(false, fault.get() == Fault.NO_ANSWER);
    }
  }

  /** Waits for what is under way, then looks after the services. */
  private void look(String when) throws IOException, InterruptedException {
    inFlight.acquire(AT_A_TIME);
    inFlight.release(AT_A_TIME);
    lost += checkup.healLost(report, when);
  }

  private synchronized List<Figure> figures(int count, double bugs) {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.reported("mutated calls", count, "calls"));
    statuses.forEach(
        (status, calls) -> figures.add(Figure.reported("  answered " + status, calls, "calls")));
    for (Fault fault : Fault.values()) {
      figures.add(Figure.atMost(fault.description(), faults.getOrDefault(fault, 0), "calls", 0));
    }
    figures.add(Figure.atMost("bugs that the services counted", bugs, "bugs", 0));
    figures.add(Figure.atMost("services lost to mutated calls", lost, "services", 0));
    return figures;
  }
}
