package dev.croft.outage;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.DatabaseAddress;
import dev.croft.connection.SslMode;
import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.fixture.UnsteadyProxy;
import dev.croft.fixture.Village;
import dev.croft.session.TenantSession;
import dev.croft.session.TransactionOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody configured how long a server may be silent: the limit of statements says it. */
@NullUnmarked
@Timeout(60)
class SilentServerTest {
  private Village village;
  private UnsteadyProxy proxy;
  private Croft croft;

  @BeforeEach
  void connectThroughTheProxy() throws IOException {
    village = Village.found();
    proxy = UnsteadyProxy.before(village.address().host(), village.address().port());
    DatabaseAddress address =
        new DatabaseAddress("127.0.0.1", proxy.port(), village.address().database());
    croft =
        Croft.open(
            village
                .sealed(CroftConfig.of(address, Village.credentials(village.runtime())))
                .withServer(server -> server.tls(server.tls().mode(SslMode.DISABLE)))
                .withServer(s -> s.limits(s.limits().statement(Duration.ofSeconds(1)))));
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    croft.close();
    village.close();
  }

  /** The last is the control: it may take a minute, and waits until the server speaks again. */
  @Test
  void nobody_waits_for_a_silent_server_longer_than_its_statement_could_take() throws Exception {
    TransactionOptions patient = TransactionOptions.defaults().timeout(Duration.ofMinutes(1));
    CountDownLatch begun = new CountDownLatch(3);
    CountDownLatch silent = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> inside =
          threads.submit(
              () -> inTransaction(TransactionOptions.defaults(), begun, silent, this::count));
      Future<?> atCommit =
          threads.submit(
              () -> inTransaction(TransactionOptions.defaults(), begun, silent, tx -> {}));
      Future<?> waiting = threads.submit(() -> inTransaction(patient, begun, silent, this::count));
      begun.await();
      proxy.stall();
      silent.countDown();
      assertThatThrownBy(inside::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ConnectionLostException.class);
      assertThatThrownBy(atCommit::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(OutcomeUnknownException.class);
      assertThat(waiting.isDone()).isFalse();
      proxy.resume();
      waiting.get();
    }
  }

  private interface Step {
    void run(TenantSession tx);
  }

  private void inTransaction(
      TransactionOptions options, CountDownLatch begun, CountDownLatch silent, Step step) {
    try {
      croft
          .tenant(village.acmeId())
          .transaction(
              options,
              tx -> {
                count(tx);
                begun.countDown();
                silent.await();
                step.run(tx);
              });
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void count(TenantSession session) {
    assertThat(session.dsl().fetchCount(ROLES)).isEqualTo(3);
  }
}
