package dev.croft.leaks;

import static dev.croft.schema.auth.Tables.ROLES;

import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.connection.Credentials;
import dev.croft.exception.ConnectionLostException;
import dev.croft.fixture.Figures;
import dev.croft.fixture.Village;
import dev.croft.observation.CroftMetrics;
import dev.croft.postgres.Login;
import dev.croft.session.SystemSession;
import dev.croft.session.TenantSession;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A village with a canary in every text column, and in the passwords. */
final class Aviary implements AutoCloseable {
  private static final List<String> MOVE_IN =
      List.of(
          "update public.tenants set name = 'Canarium ' || name, slug = 'canarium-' || slug",
          "update public.users set email_address = 'Canarium.' || email_address",
          "update auth.roles set description = 'for canarium only' where name <> 'keeper'",
          "update auth.roles set name = 'Canarium', description = 'canarium' where name = 'keeper'",
          "insert into auth.permissions (name, description) values ('canarium:read', 'Canarium')",
          "insert into admin.audit_log"
              + " (login_role, actor_kind, actor, action, object_kind, object_id, reason, before,"
              + " after) values ('canarium', 'service', 'canarium', 'canarium:sing', 'canarium', croft.uuid_v7(),"
              + " 'canarium', '{\"song\": \"canarium\"}', '{\"canarium\": \"canarium\"}')",
          "insert into public.tenant_audit_log"
              + " (tenant_id, login_role, actor_kind, actor, action, object_kind, object_id,"
              + " reason, before, after)"
              + " select id, 'canarium', 'service', 'canarium', 'canarium:sing', 'canarium', id,"
              + " 'canarium', '{\"song\": \"canarium\"}', '{\"canarium\": \"canarium\"}'"
              + " from public.tenants",
          "alter table auth.roles add constraint roles_exclude"
              + " exclude using btree (tenant_id with =, description with =)"
              + " where (description like 'exclude%')",
          "alter table auth.roles add constraint roles_exclude_at_commit"
              + " exclude using btree (tenant_id with =, description with =)"
              + " where (description like 'defer%') deferrable initially deferred");

  private final Village village = Village.found();
  private final Login system = village.database().createLogin("croft_admin");
  private final Croft croft;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  Aviary() {
    MOVE_IN.forEach(sql -> village.asSuperuser(sql.replace("%", "%%")));
    village.fillEveryTable();
    village.asSuperuser("alter role %s password '%s'", village.runtime().user(), Canary.SECRET);
    village.asSuperuser("alter role %s password '%s'", system.user(), Canary.SECRET);
    this.croft = Croft.open(config().withSlowStatement(Duration.ofNanos(1)));
    CroftMetrics.of(croft).busiestTenants(10, Duration.ofSeconds(1)).bindTo(meters);
  }

  CroftConfig config() {
    return village
        .sealed(CroftConfig.of(village.address(), secret(village.runtime().user())))
        .withSystem(secret(system.user()))
        .withMaximumPoolSize(3);
  }

  static Credentials secret(String user) {
    return new Credentials(user, Canary.SECRET);
  }

  /** All that Micrometer has to show. */
  String meters() {
    return meters.getMetersAsString();
  }

  Village village() {
    return village;
  }

  Croft croft() {
    return croft;
  }

  TenantSession acme() {
    return croft.tenant(village.acmeId());
  }

  SystemSession system() {
    return croft.system("because canarium said so").writing();
  }

  /** Ends every connection of Croft's, as an administrator would. */
  void terminate() {
    village.asSuperuser(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
            + " where usename in ('%s', '%s')",
        village.runtime().user(), system.user());
  }

  /** Uses up the connections that were lost and not found out yet. */
  void recover() {
    for (int lost = 0; lost < 10; lost++) {
      try {
        acme().dsl().fetchCount(ROLES);
        return;
      } catch (ConnectionLostException e) {
        Figures.add("leaks: connections lost", 1);
      }
    }
  }

  /** Does the work while nobody else can read or write roles. */
  <T> T whileRolesAreLocked(Callable<T> work) throws Exception {
    try (Connection holder = village.database().connect(village.database().superuser());
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table auth.roles in access exclusive mode");
      return work.call();
    }
  }

  /** The first column of what {@code sql} gives a superuser. */
  List<String> read(String sql) throws SQLException {
    try (Connection connection = village.database().connect(village.database().superuser());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> read = new ArrayList<>();
      while (rows.next()) {
        read.add(rows.getString(1));
      }
      return read;
    }
  }

  @Override
  public void close() {
    croft.close();
    village.close();
  }
}
