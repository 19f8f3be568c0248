package dev.croft.health;

import dev.croft.connection.PoolState;
import dev.croft.doctor.Finding;
import dev.croft.doctor.Severity;
import java.util.List;
import java.util.Optional;

/**
 * How Croft is at one moment.
 *
 * @param pools one a login that is configured
 * @param serverVersion as the server spells it; empty where it was not reached
 * @param schema empty where the server was not reached
 * @param findings of the doctor
 * @param problem why the server, or the replica of reader sessions, was not reached; empty where
 *     both were
 */
public record Health(
    List<PoolState> pools,
    Optional<String> serverVersion,
    Optional<SchemaState> schema,
    List<Finding> findings,
    Optional<String> problem) {

  public Health {
    pools = List.copyOf(pools);
    findings = List.copyOf(findings);
  }

  /** Whether work can go on: the server answers, is migrated, and keeps tenants apart. */
  public boolean isHealthy() {
    return problem.isEmpty()
        && schema.filter(SchemaState::isMigrated).isPresent()
        && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR)
        && pools.stream().noneMatch(PoolState::isExhausted);
  }
}
