package com.example.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The processor time that the server and the client spend on each statement of {@link
 * SessionBenchmark}, which can be measured on a machine that does other things as well:
 *
 * <pre>{@code mvn -Pbenchmarks -DskipTests -pl examples/benchmarks -am package
 * -Dbenchmark=com.example.benchmarks.ProcessorTime}</pre>
 */
public final class ProcessorTime {
  private static final int STATEMENTS = 4_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /**
   * Prints a line for each way and statement.
   *
   * @param arguments which ways, if not all
   */
  public static void main(String... arguments) throws Exception {
    Way[] ways = Stream.of(arguments).map(Way::valueOf).toArray(Way[]::new);
    for (Way way : ways.length == 0 ? Way.values() : ways) {
      SessionBenchmark benchmark = new SessionBenchmark();
      benchmark.way = way;
      benchmark.found();
      measure(benchmark, "find", benchmark::find);
      measure(benchmark, "list", benchmark::list);
      measure(benchmark, "join", benchmark::join);
      benchmark.close();
    }
  }

  private static void measure(SessionBenchmark benchmark, String name, Callable<?> statement)
      throws Exception {
    repeat(statement);
    Duration server = server(benchmark);
    long client = THREADS.getCurrentThreadCpuTime();
    repeat(statement);
    System.out.printf(
        "%-7s %s: server %4d µs, client %4d µs%n",
        benchmark.way,
        name,
        server(benchmark).minus(server).dividedBy(STATEMENTS).toNanos() / 1000,
        (THREADS.getCurrentThreadCpuTime() - client) / STATEMENTS / 1000);
  }

  private static void repeat(Callable<?> statement) throws Exception {
    for (int i = 0; i < STATEMENTS; i++) {
      statement.call();
    }
  }

  private static Duration server(SessionBenchmark benchmark) throws SQLException {
    return benchmark.site().processes().stream()
        .map(ProcessHandle::of)
        .flatMap(Optional::stream)
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
