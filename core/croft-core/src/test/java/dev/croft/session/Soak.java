package dev.croft.session;

import dev.croft.connection.Access;
import dev.croft.connection.ConnectionPool;
import dev.croft.connection.ConnectionSettings;
import dev.croft.connection.ConnectionSource;
import dev.croft.connection.PoolSettings;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import dev.croft.identity.NewTenant;
import dev.croft.identity.TenantRepository;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Many tenants, threads and faults on a small pool. What each unit of work is follows from the seed
 * and its number; how units interleave does not.
 */
final class Soak implements AutoCloseable {
  static final int POOL_SIZE = 4;

  private static final int TENANTS = 8;
  private static final int UNITS_AT_ONCE = 128;
  private static final int PLATFORM_THREADS = 32;

  private final Village village = Village.found();
  private final ConnectionPool pool = patientPool(village);
  private final Sessions sessions = village.sessions(pool);
  private final List<TenantId> tenants = new ArrayList<>();
  private final SoakLedger ledger = new SoakLedger();
  private final Semaphore room = new Semaphore(UNITS_AT_ONCE);
  private final SoakMistake mistake;
  private final long seed;

  Soak(long seed, SoakMistake mistake) {
    this.seed = seed;
    this.mistake = mistake;
    TenantRepository repository = TenantRepository.in(village.croft().system("soak").writing());
    for (int i = 0; i < TENANTS; i++) {
      tenants.add(repository.create(new NewTenant("Tenant " + i, "tenant-" + i)).id());
    }
  }

  /** However slow the machine is, waiting for a connection is no failure. */
  private static ConnectionPool patientPool(Village village) {
    ConnectionSettings defaults = ConnectionSettings.defaults();
    PoolSettings patient =
        defaults.pool().maximumSize(POOL_SIZE).connectionTimeout(Duration.ofMinutes(2));
    ConnectionSource server =
        new ConnectionSource.Server(village.address(), Village.credentials(village.runtime()));
    return ConnectionPool.open(defaults.with(patient).with(Access.RUNTIME, server), Access.RUNTIME);
  }

  SoakLedger ledger() {
    return ledger;
  }

  ConnectionPool pool() {
    return pool;
  }

  /** Runs units for {@code time}, each in a thread of its own, and waits for all of them. */
  void run(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService platform = Executors.newFixedThreadPool(PLATFORM_THREADS)) {
      for (long number = 0; System.nanoTime() < end; number++) {
        long unit = number;
        if (!room.tryAcquire(5, TimeUnit.MINUTES)) {
          ledger.leak("no unit of work ended for five minutes");
          return;
        }
        (number % 4 == 0 ? platform : virtual).execute(() -> runUnit(unit));
      }
    }
  }

  private void runUnit(long number) {
    try {
      Random random = new Random(seed * 1_000_003 + number);
      TenantId tenant = tenants.get(random.nextInt(TENANTS));
      SoakFault fault = fault(random);
      count("soak: units of work");
      if (fault != SoakFault.NONE) {
        count(fault.figure());
      }
      disturb(fault, random);
      mistake.make(pool, tenant, ledger, random);
      new SoakUnit(sessions.tenant(tenant), ledger, fault, number).run();
      probe();
    } catch (SQLException | RuntimeException e) {
      ledger.leak("unexpected: " + e);
    } finally {
      room.release();
    }
  }

  private void count(String what) {
    if (mistake == SoakMistake.NONE) {
      Figures.add(what, 1);
    }
  }

  /** Back ends are killed less often: each takes as long to replace as many units to run. */
  private static SoakFault fault(Random random) {
    List<SoakFault> faults = List.of(SoakFault.values());
    SoakFault fault = faults.get(random.nextInt(faults.size()));
    boolean spared = fault == SoakFault.KILLED_BACK_END && random.nextInt(5) > 0;
    return spared || random.nextInt(3) == 0 ? SoakFault.NONE : fault;
  }

  private void disturb(SoakFault fault, Random random) {
    if (fault == SoakFault.CANCELLED_BACK_END || fault == SoakFault.KILLED_BACK_END) {
      boolean kill = fault == SoakFault.KILLED_BACK_END;
      village.asSuperuser(
          "select pg_%s_backend(pid) from (select pid from pg_stat_activity where usename = '%s'"
              + " order by pid offset %d limit 1) as victim",
          kill ? "terminate" : "cancel", village.runtime().user(), random.nextInt(POOL_SIZE));
    }
  }

  /** What is on a connection between two uses. */
  private void probe() throws SQLException {
    Connection connection = pool.take();
    try (Statement statement = connection.createStatement();
        ResultSet left =
            statement.executeQuery(
                "select coalesce(current_setting('app.tenant_id', true), ''),"
                    + " (select count(*) from auth.roles)")) {
      left.next();
      if (!left.getString(1).isEmpty() || left.getInt(2) > 0 || !isIdle(connection)) {
        ledger.leak("a connection between two uses held a tenant or a transaction");
      }
      count("soak: connections probed between uses");
    } catch (SQLException e) {
      checkDisturbed(e);
    } finally {
      pool.giveBack(connection);
    }
  }

  private static boolean isIdle(Connection connection) throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
  }

  private static void checkDisturbed(SQLException e) throws SQLException {
    boolean cancelledOrKilled = "57014".equals(e.getSQLState()) || isLost(e.getSQLState());
    if (!cancelledOrKilled) {
      throw e;
    }
  }

  private static boolean isLost(String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  /** All that is wrong in what was seen, and in what is in the database now. */
  List<String> findings() throws SQLException {
    List<String> findings = new ArrayList<>(ledger.leaks());
    findings.addAll(ledger.differences(SoakLedger.rows(village)));
    return findings;
  }

  @Override
  public void close() {
    pool.close();
    village.close();
  }
}
