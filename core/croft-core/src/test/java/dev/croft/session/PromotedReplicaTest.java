package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.Croft;
import dev.croft.connection.Access;
import dev.croft.connection.ConfigurationException;
import dev.croft.connection.ConnectionPool;
import dev.croft.connection.ConnectionSource;
import dev.croft.connection.DatabaseAddress;
import dev.croft.exception.ReadOnlyException;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Standby;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import dev.croft.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The replica becomes a server of its own, while reader sessions are at work on it. */
@NullUnmarked
@Timeout(60)
class PromotedReplicaTest {
  private static final int WRITERS = 4;
  private static final int ENOUGH = 10 * WRITERS;

  private static final Semaphore REFUSED = new Semaphore(0);
  private static volatile boolean ends;
  private static Standby standby;
  private static PostgresServer primary;
  private static Village village;
  private static DatabaseAddress replica;
  private static Croft croft;
  private static ConnectionPool own;

  @BeforeAll
  static void promoteWhileReadersTryToWrite() throws Exception {
    standby = Standby.start();
    primary = PostgresServer.at(standby.primaryUrl());
    village = Village.foundOn(primary);
    standby.catchUp();
    replica = new DatabaseAddress("localhost", standby.port(), village.address().database());
    croft = Croft.open(village.config().withReader(replica));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        boolean stale = i % 2 == 0;
        writers.add(threads.submit(() -> writeUntilEnd(stale)));
      }
      try {
        REFUSED.acquire(ENOUGH);
        assertThatThrownBy(() -> reader(true).transaction(tx -> writeAcrossThePromotion(tx)))
            .isInstanceOf(ReadOnlyException.class);
        REFUSED.drainPermits();
        REFUSED.acquire(ENOUGH);
      } finally {
        ends = true;
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    own = ConnectionPool.open(replica, Village.credentials(village.runtime()), 2);
  }

  @AfterAll
  static void stop() {
    own.close();
    croft.close();
    village.close();
    primary.close();
    standby.close();
  }

  private static TenantSession reader(boolean stale) {
    TenantSession session = croft.tenant(village.acmeId());
    return stale ? session.readerAllowingStale() : session.reader();
  }

  /** It was begun on a replica, and ends on a server that takes writes. */
  private static void writeAcrossThePromotion(TenantSession tx) throws SQLException {
    assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(3);
    standby.promote();
    insert(tx, "across");
  }

  private static void writeUntilEnd(boolean stale) {
    while (!ends) {
      write(reader(stale));
      REFUSED.release();
      Figures.add("promoted replica: writes of readers refused", 3);
    }
  }

  private static void write(TenantSession reader) {
    assertThatThrownBy(() -> insert(reader, "alone")).isInstanceOf(ReadOnlyException.class);
    assertThatThrownBy(() -> reader.transaction(tx -> insert(tx, "inside")))
        .isInstanceOf(ReadOnlyException.class);
    assertThatThrownBy(
            () ->
                reader
                    .unchecked("to try")
                    .execute(
                        "insert into auth.roles (tenant_id, name)"
                            + " values (croft.current_tenant(), 'unchecked')"))
        .isInstanceOf(ReadOnlyException.class);
  }

  private static int insert(TenantSession session, String name) {
    return session.dsl().insertInto(ROLES).set(ROLES.NAME, name).execute();
  }

  @Test
  void no_write_of_a_reader_landed_before_while_or_after_the_replica_was_promoted() {
    assertThat(names(croft.tenant(village.acmeId()))).containsExactly("admin", "keeper", "user");
    assertThat(names(ownSessions(village.acmeId()))).containsExactly("admin", "keeper", "user");
  }

  /** The control: to whoever is no reader, the promoted server gives what a reader is refused. */
  @Test
  void the_promoted_replica_takes_writes_of_others_and_is_not_believed_to_have_ours() {
    TenantSession globex = croft.tenant(village.globexId());
    insert(globex, "ours");
    insert(ownSessions(village.globexId()), "theirs");
    assertThat(names(globex.reader())).contains("ours").doesNotContain("theirs");
    assertThat(names(globex.readerAllowingStale())).contains("theirs").doesNotContain("ours");
    globex
        .reader()
        .transaction(tx -> assertThat(names(tx)).contains("ours").doesNotContain("theirs"));
  }

  /** Sessions that may write on the server that was the replica. */
  private static TenantSession ownSessions(TenantId tenant) {
    return village.sessions(own).tenant(tenant);
  }

  private static List<String> names(TenantSession session) {
    return session.dsl().select(ROLES.NAME).from(ROLES).orderBy(ROLES.NAME).fetch(ROLES.NAME);
  }

  @Test
  void croft_does_not_open_on_a_replica_that_was_promoted() {
    assertThatThrownBy(() -> Croft.open(village.config().withReader(replica)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The configuration of Croft cannot be used: the reader is on a server that replays no"
                + " log, and is not the runtime login's. Configure the address of a physical"
                + " replica, and the same database there.");
  }

  @Test
  void work_goes_on_with_the_promoted_server_as_the_primary() {
    ConnectionSource.Server promoted =
        new ConnectionSource.Server(replica, Village.credentials(village.runtime()));
    try (Croft failedOver =
        Croft.open(village.config().with(Access.RUNTIME, promoted).withReader(replica))) {
      TenantSession globex = failedOver.tenant(village.globexId());
      insert(globex, "new");
      assertThat(names(globex.reader())).contains("new");
      assertThatThrownBy(() -> insert(globex.reader(), "no")).isInstanceOf(ReadOnlyException.class);
    }
  }
}
