package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.generateSeries;

import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.DatabaseException;
import dev.croft.exception.DuplicateKeyException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.SessionException;
import dev.croft.exception.StatementException;
import dev.croft.isolation.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.Record;

/**
 * One unit of work of one tenant: it writes a row, reads back what it may see, and may go wrong.
 */
final class SoakUnit {
  private static final TransactionOptions BRIEF =
      TransactionOptions.defaults().timeout(Duration.ofMillis(30));

  /** Cancelled, a duplicate, or a statement after one of these. */
  private static final Set<String> EXPECTED = Set.of("57014", "23505", "25P02");

  private final TenantSession session;
  private final SoakLedger ledger;
  private final SoakFault fault;
  private final String name;

  SoakUnit(TenantSession session, SoakLedger ledger, SoakFault fault, long number) {
    this.session = session;
    this.ledger = ledger;
    this.fault = fault;
    this.name = "%s %d".formatted(session.tenant(), number);
  }

  void run() {
    weathering(this::write);
    weathering(() -> readBack(session));
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Every failure is one that a fault explains. */
  private void weathering(Work work) {
    try {
      work.run();
    } catch (OutcomeUnknownException | ConnectionUnavailableException e) {
      // Nobody was told anything about the row.
    } catch (ConnectionLostException e) {
      lost();
    } catch (SessionException | IOException e) {
      ledger.undone(name);
    } catch (DatabaseException e) {
      failed(e);
    } finally {
      Thread.interrupted();
    }
  }

  /** A single statement may have run before its connection was lost. */
  private void lost() {
    if (fault.isInTransaction()) {
      ledger.undone(name);
    }
  }

  private void failed(DatabaseException failure) {
    if (failure instanceof StatementException e && EXPECTED.contains(e.sqlState())) {
      ledger.undone(name);
    } else {
      ledger.leak(name + ": " + failure.getMessage());
    }
  }

  private void write() throws IOException {
    switch (fault) {
      case EXCEPTION_IN_WORK -> session.transaction(this::throwException);
      case DUPLICATE_KEY -> insertTwice();
      case STATEMENT_TIMEOUT -> session.transaction(BRIEF, this::takeTooLong);
      case BROKEN_NESTED_TRANSACTION -> session.transaction(this::breakNested);
      case SAVEPOINT_ROLLBACK -> rollBackToSavepoint();
      case HIDDEN_FAILURE -> session.transaction(this::hideFailure);
      case ABANDONED_CURSOR -> session.transaction(this::abandonCursor);
      case SESSION_KEPT -> keepSession();
      case INTERRUPTED_THREAD -> insertInterrupted();
      default -> insertAndAcknowledge();
    }
  }

  private static void insert(TenantSession in, String role) {
    in.dsl().insertInto(ROLES).set(ROLES.NAME, role).execute();
  }

  private void insertAndAcknowledge() {
    insert(session, name);
    ledger.acknowledged(session.tenant(), name);
  }

  private void insertInterrupted() {
    Thread.currentThread().interrupt();
    insertAndAcknowledge();
  }

  private void insertTwice() {
    insertAndAcknowledge();
    insert(session, name);
    ledger.leak("inserted twice: " + name);
  }

  private void throwException(TenantSession tx) throws IOException {
    insert(tx, name);
    readBack(tx);
    throw new IOException("as planned");
  }

  private void takeTooLong(TenantSession tx) {
    insert(tx, name);
    tx.dsl().select(count()).from(generateSeries(1, 2_000_000_000)).fetch();
  }

  private void insertTwiceIn(TenantSession tx) {
    insert(tx, name);
    insert(tx, name);
  }

  private void breakNested(TenantSession tx) {
    readBack(tx);
    tx.transaction(this::insertTwiceIn);
  }

  private void rollBackToSavepoint() {
    String kept = name + " kept";
    session.transaction(
        tx -> {
          insert(tx, kept);
          try {
            tx.transaction(this::insertTwiceIn);
          } catch (DuplicateKeyException e) {
            readBack(tx);
          }
        });
    ledger.undone(name);
    ledger.acknowledged(session.tenant(), kept);
  }

  private void hideFailure(TenantSession tx) {
    try {
      insertTwiceIn(tx);
    } catch (DuplicateKeyException hidden) {
      ledger.undone(name);
    }
  }

  private void abandonCursor(TenantSession tx) throws IOException {
    insert(tx, name);
    var rows = tx.dsl().select(ROLES.NAME).from(ROLES).fetchSize(2).fetchLazy();
    check(tx.tenant(), requireNonNull(rows.fetchNext()));
    throw new IOException("as planned");
  }

  private void keepSession() {
    AtomicReference<TenantSession> kept = new AtomicReference<>();
    session.transaction(
        tx -> {
          insert(tx, name);
          kept.set(tx);
        });
    ledger.acknowledged(session.tenant(), name);
    readBack(kept.get());
    ledger.leak("a session was used after its end: " + name);
  }

  private void readBack(TenantSession in) {
    var names = in.dsl().select(ROLES.NAME).from(ROLES).orderBy(ROLES.ID.desc()).limit(20);
    names.fetch().forEach(row -> check(in.tenant(), row));
  }

  /** The tenant is in the data, whatever the predicate and the policy say. */
  private void check(TenantId tenant, Record row) {
    String read = row.get(ROLES.NAME);
    if (read.contains("-") && !read.startsWith(tenant.toString())) {
      ledger.leak("%s read %s".formatted(tenant, read));
    }
  }
}
