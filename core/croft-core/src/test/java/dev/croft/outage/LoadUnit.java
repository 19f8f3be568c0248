package dev.croft.outage;

import static dev.croft.schema.auth.Tables.ROLES;

import dev.croft.exception.ConnectionLostException;
import dev.croft.exception.ConnectionUnavailableException;
import dev.croft.exception.OutcomeUnknownException;
import dev.croft.exception.SessionException;
import dev.croft.exception.StatementException;
import dev.croft.session.SoakLedger;
import dev.croft.session.TenantSession;
import dev.croft.session.TransactionOptions;
import java.util.stream.Stream;

/** Writes a row or two of one tenant, reads back what it may see, and notes what it was told. */
final class LoadUnit {
  private static final String FIRST = " first";
  private static final String SECOND = " second";

  private static final String CANCELLED = "57014";
  private static final String NOT_RUN_AGAIN = "A transaction was not run again";
  private static final TransactionOptions AGAIN =
      TransactionOptions.defaults().idempotent().retries(3);
  private static final TransactionOptions READ = TransactionOptions.defaults().readOnly();

  private final TenantSession session;
  private final SoakLedger ledger;
  private final String name;

  LoadUnit(TenantSession session, SoakLedger ledger, long number) {
    this.session = session;
    this.ledger = ledger;
    this.name = "%s %d".formatted(session.tenant(), number);
  }

  /** One statement alone. */
  Outcome insert() {
    return write(() -> insert(session, name), name);
  }

  /** Two rows in one transaction, of which there are both or none. */
  Outcome insertBoth() {
    return write(
        () ->
            session.transaction(
                tx -> {
                  insert(tx, name + FIRST);
                  insert(tx, name + SECOND);
                }),
        name + FIRST,
        name + SECOND);
  }

  /** A transaction that may be run again. */
  Outcome insertOnce() {
    return write(() -> session.transaction(AGAIN, this::insertUnlessThere), name);
  }

  Outcome read() {
    return write(() -> session.transaction(READ, this::readBack));
  }

  /** The other row of a transaction that wrote two, or the same where it wrote one. */
  static String other(String name) {
    return name.endsWith(FIRST) ? name.replace(FIRST, SECOND) : name.replace(SECOND, FIRST);
  }

  private Outcome write(Runnable work, String... names) {
    Outcome outcome = outcome(work);
    if (outcome == Outcome.ACKNOWLEDGED) {
      Stream.of(names).forEach(written -> ledger.acknowledged(session.tenant(), written));
    } else if (outcome == Outcome.ABSENT) {
      Stream.of(names).forEach(ledger::undone);
    }
    return outcome;
  }

  /** Every failure is one that an outage explains. */
  private Outcome outcome(Runnable work) {
    try {
      work.run();
      return Outcome.ACKNOWLEDGED;
    } catch (OutcomeUnknownException e) {
      return Outcome.UNKNOWN;
    } catch (ConnectionLostException | ConnectionUnavailableException e) {
      return Outcome.ABSENT;
    } catch (RuntimeException e) {
      if (!isExplained(e)) {
        ledger.leak("unexpected, of %s: %s".formatted(name, e));
      }
      return Outcome.ABSENT;
    }
  }

  private static boolean isExplained(RuntimeException failure) {
    return failure instanceof StatementException statement
        ? CANCELLED.equals(statement.sqlState())
        : failure instanceof SessionException
            && String.valueOf(failure.getMessage()).startsWith(NOT_RUN_AGAIN);
  }

  private static void insert(TenantSession in, String role) {
    in.dsl().insertInto(ROLES).set(ROLES.NAME, role).execute();
  }

  private void insertUnlessThere(TenantSession tx) {
    tx.dsl()
        .insertInto(ROLES)
        .set(ROLES.NAME, name)
        .onConflict(ROLES.TENANT_ID, ROLES.NAME)
        .doNothing()
        .execute();
  }

  private void readBack(TenantSession tx) {
    var names = tx.dsl().select(ROLES.NAME).from(ROLES).orderBy(ROLES.ID.desc()).limit(20);
    names.fetch(ROLES.NAME).forEach(this::check);
  }

  /** The tenant is in the data, whatever the predicate and the policy say. */
  private void check(String read) {
    if (read.contains("-") && !read.startsWith(session.tenant().toString())) {
      ledger.leak("%s read %s".formatted(session.tenant(), read));
    }
  }
}
