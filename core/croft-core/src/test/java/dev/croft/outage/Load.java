package dev.croft.outage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.connection.Access;
import dev.croft.connection.ConnectionPool;
import dev.croft.connection.ConnectionSettings;
import dev.croft.connection.ConnectionSource;
import dev.croft.connection.DatabaseAddress;
import dev.croft.connection.PoolSettings;
import dev.croft.connection.ServerSettings;
import dev.croft.connection.SslMode;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import dev.croft.session.Sessions;
import dev.croft.session.SoakLedger;
import dev.croft.session.TenantSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Work of two tenants in many threads on one small pool, while something is done to it. */
final class Load implements AutoCloseable {
  static final int WORKERS = 16;

  /** By which the server knows its connections. */
  static final String NAME = "load";

  private static final int POOL_SIZE = 4;

  private final Village village;
  private final ConnectionPool pool;
  private final Sessions sessions;
  private final SoakLedger ledger = new SoakLedger();
  private final AtomicLong units = new AtomicLong();
  private final Outcomes outcomes = new Outcomes();
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private volatile boolean ends;

  private Load(
      Village village, DatabaseAddress address, PoolSettings settings, ServerSettings server) {
    ConnectionSource source =
        new ConnectionSource.Server(address, Village.credentials(village.runtime()));
    this.village = village;
    this.pool =
        ConnectionPool.open(
            ConnectionSettings.defaults()
                .with(settings.maximumSize(POOL_SIZE))
                .with(server.applicationName(NAME))
                .with(Access.RUNTIME, source),
            Access.RUNTIME);
    this.sessions = village.sessions(pool);
  }

  /** However long a connection is waited for, that is no failure. */
  static Load on(Village village) {
    return on(village, PoolSettings.defaults().connectionTimeout(Duration.ofMinutes(2)));
  }

  static Load on(Village village, PoolSettings settings) {
    return new Load(village, village.address(), settings, ServerSettings.defaults());
  }

  /** Through a proxy on {@code port}, which may be silent for as long as {@code patience}. */
  static Load through(int port, Village village, Duration patience) {
    ServerSettings defaults = ServerSettings.defaults();
    return new Load(
        village,
        new DatabaseAddress("127.0.0.1", port, village.address().database()),
        PoolSettings.defaults().connectionTimeout(patience),
        defaults
            .tls(defaults.tls().mode(SslMode.DISABLE))
            .driverProperty("socketTimeout", Long.toString(patience.toSeconds())));
  }

  /** What is done to connections, servers or threads. */
  interface Disturbance {
    void make() throws Exception;
  }

  /** Works until {@code disturbance} is over, and until work succeeds again afterwards. */
  void during(Disturbance disturbance) throws Exception {
    ends = false;
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService platform = Executors.newCachedThreadPool()) {
      for (int i = 0; i < WORKERS; i++) {
        (i % 2 == 0 ? virtual : platform).execute(this::work);
      }
      try {
        outcomes.awaitSuccesses(WORKERS);
        disturbance.make();
        outcomes.awaitSuccesses(4 * WORKERS);
      } finally {
        ends = true;
      }
    }
  }

  /** Runs {@code count} units at once, each in a virtual thread of its own. */
  void atOnce(int count, Disturbance disturbance) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        threads.execute(this::runUnit);
      }
      disturbance.make();
    }
  }

  private void work() {
    workers.add(Thread.currentThread());
    while (!ends) {
      runUnit();
      Thread.interrupted();
    }
    workers.remove(Thread.currentThread());
  }

  private void runUnit() {
    long number = units.getAndIncrement();
    TenantId tenant = number / 4 % 2 == 0 ? village.acmeId() : village.globexId();
    LoadUnit unit = new LoadUnit(sessions.tenant(tenant), ledger, number);
    Outcome outcome =
        switch ((int) (number % 4)) {
          case 0 -> unit.insert();
          case 1 -> unit.insertBoth();
          case 2 -> unit.insertOnce();
          default -> unit.read();
        };
    outcomes.add(outcome);
  }

  Outcomes outcomes() {
    return outcomes;
  }

  SoakLedger ledger() {
    return ledger;
  }

  TenantSession acme() {
    return sessions.tenant(village.acmeId());
  }

  ConnectionPool pool() {
    return pool;
  }

  /** Interrupts one of the threads that work, if there is one. */
  void interruptOne(Random random) {
    List<Thread> threads = List.copyOf(workers);
    if (!threads.isEmpty()) {
      threads.get(random.nextInt(threads.size())).interrupt();
    }
  }

  /** No acknowledged write is lost, no row shown to another, nothing left on any connection. */
  void check() throws SQLException {
    List<String> findings = findings();
    Figures.add("outages: writes acknowledged and found", ledger.writes());
    Figures.add("outages: units that failed", outcomes.failures());
    Figures.add("outages: leaks and losses found", findings.size());
    assertThat(findings).isEmpty();
    assertThat(ledger.writes()).isPositive();
  }

  /** All that is wrong in what was seen, in what is in the database now, and on the connections. */
  List<String> findings() throws SQLException {
    Map<String, TenantId> rows = SoakLedger.rows(village);
    List<String> findings = new ArrayList<>(ledger.leaks());
    findings.addAll(ledger.differences(rows));
    rows.keySet().stream()
        .filter(name -> !rows.containsKey(LoadUnit.other(name)))
        .forEach(name -> findings.add("half of a transaction is there: " + name));
    findings.addAll(PoolInspection.findings(pool));
    return findings;
  }

  @Override
  public void close() {
    pool.close();
  }
}
