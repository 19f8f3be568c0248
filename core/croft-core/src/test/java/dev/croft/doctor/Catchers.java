package dev.croft.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who may catch a mutation of the schema, and what each of them says. */
final class Catchers {
  /** The changelog's own rules, asked of every table by the scope of its comment. */
  private static final String LINT =
      """
      select format('lint %s on %s', b.rule, t.name)
      from (
        select
          c.oid::regclass as oid, format('%s.%s', n.nspname, c.relname) as name,
          croft.table_tag(c.oid, 'scope') as scope
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition) t
      cross join lateral croft.broken_rules(
          t.oid, t.scope,
          case t.name when 'public.tenants' then 'id' else 'tenant_id' end::name,
          to_regclass(substring(t.scope from 'shared via (.*)'))) b
      where t.scope is not null
      """;

  private Catchers() {}

  static List<String> doctor(Examinee examinee) {
    return examinee.examine().findings().stream()
        .map(finding -> finding.rule() + " on " + finding.object())
        .toList();
  }

  static List<String> lint(Trial trial) {
    return trial.thenBack(Catchers::brokenRules);
  }

  private static List<String> brokenRules(Connection connection) throws SQLException {
    List<String> broken = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LINT)) {
      while (row.next()) {
        broken.add(row.getString(1));
      }
    }
    return broken;
  }

  static List<String> probes(Trial trial) {
    return Stream.of(Probe.values())
        .filter(
            probe -> trial.thenBack(c -> probe.leaks(new Intruder(c, trial.named("${runtime}")))))
        .map(Probe::toString)
        .toList();
  }
}
