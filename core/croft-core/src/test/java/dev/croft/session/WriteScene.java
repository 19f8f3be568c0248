package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static java.util.stream.Collectors.toMap;

import dev.croft.connection.ConnectionPool;
import dev.croft.fixture.Village;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A village in which each cell of the write matrix finds all rows as they were at first. */
final class WriteScene implements AutoCloseable {
  private final Village village;
  private final ConnectionPool pool;
  private final Ledger ledger;
  private final Map<String, String> before;
  private final Map<WriteCell.Id, UUID> ids;

  WriteScene(Village village) throws SQLException {
    this.village = village;
    village.unmarkSystemRoles();
    this.pool = village.pool();
    this.ledger = new Ledger(village);
    this.before = ledger.sums();
    this.ids =
        Map.of(
            WriteCell.Id.MINE, keeper(village.acme()),
            WriteCell.Id.OTHERS, keeper(village.globex()),
            WriteCell.Id.NOBODYS, new UUID(0L, 2L));
  }

  private static UUID keeper(TenantSession session) {
    return session.dsl().fetchSingle(ROLES, ROLES.NAME.eq("keeper")).getId();
  }

  WriteOutcome run(WriteCell cell, Fencing fencing) throws SQLException {
    String result = result(cell, fencing);
    Map<String, String> after = ledger.sums();
    if (!after.equals(before)) {
      ledger.restore();
    }
    return new WriteOutcome(
        result, !after.equals(before), !ofOthers(after).equals(ofOthers(before)));
  }

  private String result(WriteCell cell, Fencing fencing) throws SQLException {
    WrittenRow row = row(cell);
    try {
      return fencing.run(village, pool, dsl -> String.valueOf(cell.operation().run(dsl, row)));
    } catch (RuntimeException | AssertionError e) {
      return WriteOutcome.nameOf(e);
    }
  }

  private WrittenRow row(WriteCell cell) {
    UUID own = village.acmeId().value();
    UUID id = ids.getOrDefault(cell.id(), own);
    return switch (cell.tenant()) {
      case MINE -> new WrittenRow(id, true, own, own);
      case OTHERS -> new WrittenRow(id, true, village.globexId().value(), own);
      case NULL -> new WrittenRow(id, true, null, own);
      case ABSENT -> new WrittenRow(id, false, null, own);
    };
  }

  private Map<String, String> ofOthers(Map<String, String> sums) {
    return sums.entrySet().stream()
        .filter(sum -> !sum.getKey().endsWith(village.acmeId().toString()))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public void close() throws SQLException {
    ledger.close();
    pool.close();
    village.close();
  }
}
