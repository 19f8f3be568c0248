package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of one JVM, each with a changelog and an output of its own. */
class ConcurrentGenerationTest {

  @TempDir private Path directory;

  @Test
  void what_is_generated_at_once_is_what_is_generated_alone() throws Exception {
    Map<String, String> todos = generate("todos", "content", "alone");
    Map<String, String> typed = generate("typed", "shop", "alone");
    CyclicBarrier start = new CyclicBarrier(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Map<String, String>>> results =
          threads.invokeAll(
              List.of(
                  after(start, () -> generate("todos", "content", "first")),
                  after(start, () -> generate("typed", "shop", "first")),
                  after(start, () -> generate("todos", "content", "second")),
                  after(start, () -> generate("typed", "shop", "second"))));
      assertThat(results.get(0).get()).isEqualTo(todos).isEqualTo(results.get(2).get());
      assertThat(results.get(1).get()).isEqualTo(typed).isEqualTo(results.get(3).get());
      assertThat(todos).isNotEmpty().isNotEqualTo(typed);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Callable<T> after(CyclicBarrier start, Callable<T> work) {
    return () -> {
      start.await();
      return work.call();
    };
  }

  private Map<String, String> generate(String changelog, String schema, String where)
      throws IOException {
    Path output = directory.resolve(where).resolve(changelog);
    Codegen.run(
        new CodegenRequest(
            changelog + "/changelog.xml", "com.acme.schema", List.of(schema), output));
    return SourceTree.texts(output);
  }
}
