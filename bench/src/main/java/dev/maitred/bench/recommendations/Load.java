package dev.maitred.bench.recommendations;

import dev.maitred.bench.Figures;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests over a fixed number of connections.
 *
 * @param connections how many, each with a thread of its own
 */
record Load(URI endpoint, SignedRequests requests, int connections) {

  /**
   * What came of it.
   *
   * @param latencies of every request
   * @param rate answers a second
   */
  record Outcome(Figures latencies, double rate) {}

  /**
   * Open loop: every request has its moment, whether earlier ones were answered or not, and its
   * latency counts from that moment.
   */
  Outcome atRate(int perSecond, int seconds) throws Exception {
    int total = perSecond * seconds;
    long[] latencies = new long[total];
    long interval = 1_000_000_000L / perSecond;
    long start = System.nanoTime() + 100_000_000L;
    AtomicLong next = new AtomicLong();
    everywhere(
        connection -> {
          for (long at = next.getAndIncrement(); at < total; at = next.getAndIncrement()) {
            long intended = start + at * interval;
            waitUntil(intended);
            connection.exchange(requests.request(at));
            latencies[(int) at] = System.nanoTime() - intended;
          }
        });
    return new Outcome(Figures.of(latencies), total * 1e9 / (System.nanoTime() - start));
  }

  /** Closed loop: each connection asks again as soon as it has its answer. */
  Outcome asFastAsPossible(int seconds) throws Exception {
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    List<long[]> all = new ArrayList<>();
    AtomicLong next = new AtomicLong();
    everywhere(
        connection -> {
          long[] latencies = new long[1024];
          int count = 0;
          for (long now = System.nanoTime(); now < end; ) {
            connection.exchange(requests.request(next.getAndIncrement()));
            latencies = count < latencies.length ? latencies : Arrays.copyOf(latencies, 2 * count);
            long answered = System.nanoTime();
            latencies[count++] = answered - now;
            now = answered;
          }
          synchronized (all) {
            all.add(Arrays.copyOf(latencies, count));
          }
        });
    double elapsed = (System.nanoTime() - start) / 1e9;
    Figures figures = Figures.of(all.stream().flatMapToLong(Arrays::stream).toArray());
    return new Outcome(figures, figures.count() / elapsed);
  }

  private static void waitUntil(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private interface Client {
    void run(Connection connection) throws IOException;
  }

  private void everywhere(Client client) throws InterruptedException, ExecutionException {
    Callable<Boolean> work =
        () -> {
          try (Connection connection = Connection.open(endpoint)) {
            client.run(connection);
          }
          return true;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Future<Boolean>> running = new ArrayList<>();
      for (int number = 0; number < connections; number++) {
        running.add(threads.submit(work));
      }
      for (Future<Boolean> each : running) {
        each.get();
      }
    }
  }
}
