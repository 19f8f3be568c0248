package dev.croft.testkit.contract;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A way to one table, as a tenant, past one fence or more. Rows are in text form; nothing that is
 * done stays.
 */
interface Access {
  /** The tenants whose rows are read. */
  List<UUID> tenantsOfRows();

  /** How many rows an UPDATE that names the key of {@code row} changes; 0 if it is refused. */
  int update(Map<String, String> row);

  /** How many rows a DELETE that names the key of {@code row} removes; 0 if it is refused. */
  int delete(Map<String, String> row);

  /** Why {@code row} is not taken: an SQLSTATE or the name of an exception; empty if it is. */
  String insert(Map<String, String> row);

  /** What {@link #insert} says where the fence that is tried refused the row for its tenant. */
  String refusal();
}
