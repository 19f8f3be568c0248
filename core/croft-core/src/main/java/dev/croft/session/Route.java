package dev.croft.session;

import java.util.List;
import java.util.function.Supplier;

/**
 * How the session of a tenant comes by connections, and what it does there first.
 *
 * @param pools where {@code taking} takes them
 * @param afterWrite what is to happen once a statement or transaction that may have written is done
 */
record Route(
    List<ConnectionsOfPool> pools,
    Supplier<ConnectionsOfPool.Taken> taking,
    Transactions transactions,
    TenantEntry entry,
    Runnable afterWrite) {

  ConnectionsOfPool.Taken take() {
    return taking.get();
  }

  /** {@code options}, read-only where the route is. */
  TransactionOptions bounded(TransactionOptions options) {
    return entry.readOnly() ? options.readOnly() : options;
  }

  TenantConnection inside(Transaction transaction) {
    return new TenantConnection(transaction, entry, afterWrite);
  }

  TenantConnection outside(ConnectionsOfPool.Taken taken) {
    return new TenantConnection(taken.connection(), entry, afterWrite);
  }
}
