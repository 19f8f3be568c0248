package dev.croft.oracle;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Has a statement run in several ways, and compares. */
final class Oracle implements AutoCloseable {
  private final Works works;
  private final Set<Way> ways;
  private final Map<Integer, Map<Way, Map<String, String>>> before = new HashMap<>();

  Oracle(Works works, Set<Way> ways) throws SQLException {
    this.works = works;
    this.ways = Set.copyOf(ways);
    for (int tenant = 0; tenant < Works.TENANTS; tenant++) {
      Map<Way, Map<String, String>> sums = new EnumMap<>(Way.class);
      for (Way way : ways) {
        sums.put(way, works.lane(way, tenant).before(Ids.tenant(tenant)).others());
      }
      before.put(tenant, sums);
    }
  }

  Verdict judge(Statement statement, int tenant) throws SQLException {
    Map<Way, Outcome> outcomes = new EnumMap<>(Way.class);
    for (Way way : ways) {
      outcomes.put(way, works.lane(way, tenant).run(statement, Ids.tenant(tenant)));
    }
    return new Verdict(statement, outcomes, before.getOrDefault(tenant, Map.of()));
  }

  @Override
  public void close() throws SQLException {
    works.close();
  }
}
