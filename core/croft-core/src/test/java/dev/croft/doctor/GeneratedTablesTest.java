package dev.croft.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.doctor.GeneratedTables.Column;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.SchemaImpl;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.Test;

/** What the doctor knows of generated code. */
class GeneratedTablesTest {

  @Test
  void every_table_of_the_base_schema_is_known() throws SQLException {
    assertThat(names(GeneratedTables.of(List.of()))).isEqualTo(tablesOfTheBaseChangelog());
  }

  private static Set<String> names(GeneratedTables generated) {
    return generated.columns().stream()
        .map(column -> column.schema() + "." + column.table())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> tablesOfTheBaseChangelog() throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Patient patient = Patient.healthy();
        Connection connection = patient.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select format('%s.%s', n.nspname, c.relname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
                  and n.nspname <> 'croft'
                  and obj_description(c.oid, 'pg_class') ~ '@scope '
                """)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  @Test
  void scopes_are_told_as_the_database_tells_them() {
    assertThat(GeneratedTables.of(List.of()).columns())
        .contains(
            new Column("public", "tenants", "tenant by id", "slug"),
            new Column("auth", "roles", "tenant by tenant_id", "name"),
            new Column(
                "public", "users", "shared via public.tenant_users by user_id", "email_address"),
            new Column("auth", "permissions", "global", "name"),
            new Column("admin", "audit_log", "system", "reason"));
  }

  @Test
  void tables_that_another_generator_made_have_no_scope() {
    assertThat(GeneratedTables.of(List.of(new Farm())).columns())
        .contains(new Column("farm", "fields", "no scope", "name"));
  }

  @Test
  void the_application_s_classes_are_compared_as_those_of_croft_are() {
    try (Patient farm = Patient.farm();
        Trial trial = Trial.on(farm, List.of(new Farm()))) {
      assertThat(trial.examine().findings())
          .filteredOn(finding -> finding.rule().startsWith("generated-"))
          .extracting(Finding::problem)
          .containsExactly(
              "the generated class of farm.fields says \"no scope\", the database says \"tenant by"
                  + " tenant_id\"",
              "farm.fields lacks columns of its generated class: acres",
              "the generated class of farm.fields lacks columns: created_at, crop_id, id,"
                  + " keeper_id, tenant_id, updated_at");
      assertThat(trial.examine().findings())
          .filteredOn(finding -> finding.rule().equals("table-unknown"))
          .extracting(Finding::object)
          .containsExactly(
              "farm.crops, farm.deep_furrows, farm.furrows, farm.harvests, farm.machines,"
                  + " farm.tenant_machines");
    }
  }

  private static final class Farm extends SchemaImpl {
    private static final long serialVersionUID = 1L;

    Farm() {
      super(DSL.name("farm"), null);
    }

    @Override
    public List<Table<?>> getTables() {
      return List.of(new Fields(this));
    }
  }

  private static final class Fields extends TableImpl<Record> {
    private static final long serialVersionUID = 1L;

    Fields(Schema schema) {
      super(DSL.name("fields"), schema);
      createField(DSL.name("name"), SQLDataType.CLOB, this);
      createField(DSL.name("acres"), SQLDataType.NUMERIC, this);
    }
  }
}
