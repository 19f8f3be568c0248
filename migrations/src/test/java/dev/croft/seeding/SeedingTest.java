package dev.croft.seeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.migrations.Migrator;
import dev.croft.postgres.Login;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What seeders add, what they leave alone, and where they refuse to run. */
@NullUnmarked
class SeedingTest {
  private static final DevelopmentData FEW = new DevelopmentData(7, 3, 4);

  private PostgresDatabase database;
  private DataSource admin;

  @BeforeEach
  void migrate() {
    database = migrated();
    admin = source(database.createLogin("croft_admin"));
  }

  private static PostgresDatabase migrated() {
    PostgresServer server = PostgresServer.shared();
    return server.cloneOf(
        server.template("seeding", fresh -> Migrator.of(fresh, "croft/changelog.xml").apply()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private DataSource source(Login login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(database.jdbcUrl());
    source.setUser(login.user());
    source.setPassword(login.password());
    return source;
  }

  @Test
  void development_data_is_made_once_and_again_adds_nothing() {
    List<SeedRun> first = development(FEW).run(admin);
    assertThat(first).extracting(SeedRun::seeder).containsExactly("baseline", "development");
    assertThat(first.get(1).rows()).isEqualTo(3L * (2 + 4 * 4 + 4 + 1));
    assertThat(development(FEW).run(admin)).extracting(SeedRun::rows).containsExactly(0L, 0L);
    assertThat(rows("select count(*), count(distinct tenant_id) from public.tenant_users"))
        .containsExactly("12,3");
    assertThat(rows("select seeder, login_role = session_user from croft.seed_runs order by id"))
        .hasSize(4)
        .startsWith("baseline,f", "development,f");
  }

  @Test
  void the_same_number_makes_the_same_people_and_another_number_others() {
    development(FEW).run(admin);
    List<String> people = rows("select id, email_address from public.users order by 1");
    try (PostgresDatabase other = migrated()) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setURL(other.jdbcUrl());
      source.setUser(other.superuser().user());
      source.setPassword(other.superuser().password());
      development(FEW).run(source);
      assertThat(rows(other, "select id, email_address from public.users order by 1"))
          .isEqualTo(people);
    }
    development(new DevelopmentData(8, 1, 1)).run(admin);
    assertThat(rows("select count(*) from public.users")).containsExactly("13");
  }

  @Test
  void each_made_up_tenant_has_an_administrator_roles_and_a_plan() {
    development(FEW).run(admin);
    assertThat(
            rows(
                """
                select r.name, count(*) from auth.user_roles u
                join auth.roles r on r.tenant_id = u.tenant_id and r.id = u.role_id
                group by 1 order by 1"""))
        .containsExactly("admin,3", "user,12");
    assertThat(rows("select count(*) from billing.subscriptions")).containsExactly("3");
    assertThat(rows("select count(*) from admin.tenant_placements")).containsExactly("3");
  }

  @Test
  void two_processes_at_once_make_the_rows_once() throws Exception {
    List<Future<List<SeedRun>>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        runs.add(threads.submit(() -> development(FEW).run(admin)));
      }
    }
    long written = 0;
    for (Future<List<SeedRun>> run : runs) {
      written += run.get().get(1).rows();
    }
    assertThat(written).isEqualTo(69);
    assertThat(rows("select count(*) from public.users")).containsExactly("12");
  }

  @Test
  void a_database_of_production_gets_the_baseline_and_nothing_made_up() {
    executeAs(admin, "select croft.mark_production()");
    executeAs(admin, "select croft.mark_production()");
    assertThatThrownBy(() -> executeAs(admin, "delete from croft.environment"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> development(FEW).run(admin))
        .isInstanceOf(ProductionDatabaseException.class)
        .hasMessage(
            "seeder development was refused: croft.mark_production() marked this database, and the"
                + " seeder makes rows up. Use a database of development; no option takes the mark"
                + " away.");
    assertThat(rows("select count(*) from croft.seed_runs")).containsExactly("0");
    assertThat(Seeding.of(new BaselineSeeder()).run(admin)).hasSize(1);
    assertThatThrownBy(() -> executeAs(admin, "delete from croft.environment"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void a_baseline_that_grew_reaches_every_tenant_and_undoes_nothing() {
    development(FEW).run(admin);
    run("update auth.roles set name = 'boss' where name = 'admin'");
    run(
        "delete from auth.role_permissions where permission_id ="
            + " (select id from auth.permissions where name = 'audit:read')");
    run("insert into auth.permissions (name, description) values ('moon:land', 'Lands.')");
    run(
        "insert into auth.role_template_permissions (role_template_id, permission_id)"
            + " select t.id, p.id from auth.role_templates t, auth.permissions p"
            + " where t.name = 'admin' and p.name = 'moon:land'");
    assertThat(Seeding.of(new BaselineSeeder()).run(admin).getFirst().rows()).isEqualTo(3);
    assertThat(
            rows(
                """
                select r.name, p.name, count(*) from auth.role_permissions h
                join auth.roles r on r.tenant_id = h.tenant_id and r.id = h.role_id
                join auth.permissions p on p.id = h.permission_id
                where p.name in ('moon:land', 'audit:read') group by 1, 2"""))
        .containsExactly("boss,moon:land,3");
    assertThat(Seeding.of(new BaselineSeeder()).run(admin).getFirst().rows()).isZero();
  }

  @Test
  void what_fails_leaves_nothing_and_says_what_the_server_said_without_values() {
    Seeder broken =
        new Named("broken", Set.of()) {
          @Override
          public long seed(Connection connection, SeedProgress progress) throws SQLException {
            try (Statement statement = connection.createStatement()) {
              statement.execute("insert into public.users (email_address) values ('a@b.example')");
              statement.execute("insert into public.users (email_address) values ('secret')");
            }
            return 2;
          }
        };
    assertThatThrownBy(() -> Seeding.of(broken).run(admin))
        .isInstanceOf(SeedException.class)
        .hasMessageStartingWith(
            "seeder broken failed: new row for relation \"users\" violates check constraint"
                + " \"users_email_address_check\" (SQLSTATE 23514). Correct that")
        .hasMessageNotContaining("secret");
    assertThat(rows("select count(*) from public.users")).containsExactly("0");
    assertThat(rows("select count(*) from croft.seed_runs")).containsExactly("0");
  }

  @Test
  void seeders_run_after_those_they_name_and_a_circle_is_refused() {
    List<String> ran = new ArrayList<>();
    Seeding.of(
            new Recording("last", Set.of("middle"), ran),
            new Recording("middle", Set.of("first"), ran),
            new Recording("first", Set.of(), ran))
        .run(admin);
    assertThat(ran).containsExactly("first", "middle", "last");
    assertThatThrownBy(() -> Seeding.of(new Named("a", Set.of("b")), new Named("b", Set.of("a"))))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("a, b");
    assertThatThrownBy(() -> Seeding.of(new Named("a", Set.of()), new Named("a", Set.of())))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("a is there twice");
  }

  @Test
  void progress_is_told_tenant_by_tenant() {
    List<String> told = new ArrayList<>();
    development(FEW)
        .withProgress((seeder, done, all) -> told.add(seeder + " " + done + "/" + all))
        .run(admin);
    assertThat(told).containsExactly("development 1/3", "development 2/3", "development 3/3");
  }

  @Test
  void without_the_library_for_names_it_is_said_what_to_add() {
    ClassLoader nothing = new ClassLoader(null) {};
    assertThatThrownBy(() -> DevelopmentSeeder.requireLibrary(nothing))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("Add the dependency net.datafaker:datafaker.");
    assertThatThrownBy(() -> new DevelopmentData(1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tenants is 0; give a number from 1 to 10,000");
  }

  private static Seeding development(DevelopmentData data) {
    return Seeding.of(new DevelopmentSeeder(data), new BaselineSeeder());
  }

  private void run(String sql) {
    executeAs(source(database.superuser()), sql);
  }

  private static void executeAs(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> rows(String sql) {
    return rows(database, sql);
  }

  private static List<String> rows(PostgresDatabase from, String sql) {
    try (Connection connection = from.connect(from.superuser());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> read = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(rows.getString(i));
        }
        read.add(String.join(",", values));
      }
      return read;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A seeder that writes nothing. */
  private static class Named implements Seeder {
    private final String name;
    private final Set<String> after;

    Named(String name, Set<String> after) {
      this.name = name;
      this.after = after;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<String> after() {
      return after;
    }

    @Override
    public long seed(Connection connection, SeedProgress progress) throws SQLException {
      return 0;
    }
  }

  /** A seeder that tells that it ran. */
  private static final class Recording extends Named {
    private final List<String> ran;

    Recording(String name, Set<String> after, List<String> ran) {
      super(name, after);
      this.ran = ran;
    }

    @Override
    public long seed(Connection connection, SeedProgress progress) {
      ran.add(name());
      return 0;
    }
  }
}
