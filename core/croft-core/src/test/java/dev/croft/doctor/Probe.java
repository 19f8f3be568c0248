package dev.croft.doctor;

import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.schema.public_.Tables.TENANTS;
import static dev.croft.schema.public_.Tables.TENANT_USERS;
import static dev.croft.schema.public_.Tables.USERS;

import dev.croft.exception.DatabaseException;
import dev.croft.isolation.SessionConfigurations;
import dev.croft.isolation.StatementObservers;
import dev.croft.isolation.TenantId;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/** What acme tries to reach of globex, on every relation there is. */
enum Probe {
  READS {
    @Override
    boolean leaks(Intruder intruder) throws SQLException {
      intruder.enter();
      return intruder.sees(Intruder.OF_GLOBEX);
    }
  },
  READS_WITHOUT_A_TENANT {
    @Override
    boolean leaks(Intruder intruder) throws SQLException {
      intruder.become();
      return intruder.sees(Intruder.OF_ANYBODY);
    }
  },
  CHANGES {
    @Override
    boolean leaks(Intruder intruder) throws SQLException {
      return touches(
          intruder,
          "update %1$s set name = name",
          "update %1$s set depth = depth",
          "update %1$s set tons = tons",
          "update %1$s set tenant_id = " + GLOBEX);
    }
  },
  REMOVES {
    @Override
    boolean leaks(Intruder intruder) throws SQLException {
      return touches(intruder, "delete from %1$s", "truncate %1$s cascade");
    }
  },
  ADDS {
    @Override
    boolean leaks(Intruder intruder) throws SQLException {
      return touches(
          intruder,
          "insert into %1$s (tenant_id, name) values (" + GLOBEX + ", 'added')",
          "insert into %1$s (tenant_id, tons, created_at) values (" + GLOBEX + ", 1, '2026-03-01')",
          "insert into %1$s (tenant_id, machine_id) values (" + ACME + ", " + MACHINE + ")");
    }
  },
  REFERS {
    @Override
    boolean leaks(Intruder intruder) throws SQLException {
      intruder.enter();
      return intruder.may(
          "insert into farm.furrows (tenant_id, field_id, depth) values (%s, %s, 1)"
              .formatted(ACME, FIELD));
    }
  },
  MEETS_DUPLICATES {
    @Override
    boolean leaks(Intruder intruder) throws SQLException {
      intruder.enter();
      return !intruder.may(
          "insert into farm.fields (tenant_id, name) values (%s, 'south')".formatted(ACME));
    }
  },
  PASSES_PREDICATES {
    @Override
    boolean leaks(Intruder intruder) throws SQLException {
      intruder.tryOnEach(Intruder.TABLES, "alter table %1$s disable row level security");
      String before = intruder.rowsOfGlobex();
      intruder.become();
      String read = fenced(intruder);
      intruder.leave();
      return read.contains("bbbbbbbb-") || !intruder.rowsOfGlobex().equals(before);
    }
  };

  private static final String ACME = "'" + Intruder.ACME + "'";
  private static final String GLOBEX = "'bbbbbbbb-0000-7000-8000-000000000001'";
  private static final String FIELD = "'bbbbbbbb-0000-7000-8000-000000000004'";
  private static final String MACHINE = "'bbbbbbbb-0000-7000-8000-000000000008'";

  /** Whether it reached something. */
  abstract boolean leaks(Intruder intruder) throws SQLException;

  private static boolean touches(Intruder intruder, String... statements) throws SQLException {
    String before = intruder.rowsOfGlobex();
    intruder.enter();
    for (String statement : statements) {
      intruder.tryOnEach(Intruder.READABLE, statement);
    }
    intruder.leave();
    return !intruder.rowsOfGlobex().equals(before);
  }

  private static String fenced(Intruder intruder) throws SQLException {
    Savepoint before = intruder.connection().setSavepoint();
    try {
      return work(intruder);
    } catch (DatabaseException refused) {
      intruder.connection().rollback(before);
      return "";
    }
  }

  private static String work(Intruder intruder) {
    TenantId tenant = new TenantId(UUID.fromString(Intruder.ACME));
    DSLContext acme =
        DSL.using(
            SessionConfigurations.tenant(
                tenant,
                new DefaultConnectionProvider(
                    new UnguardedConnection(intruder.connection(), tenant)),
                new StatementObservers()));
    String read =
        ""
            + acme.select(ROLES.ID).from(ROLES).fetch()
            + acme.select(USERS.ID).from(USERS).fetch()
            + acme.select(TENANTS.ID).from(TENANTS).fetch()
            + acme.select(TENANT_USERS.USER_ID).from(TENANT_USERS).fetch();
    acme.update(ROLES).set(ROLES.DESCRIPTION, "changed").execute();
    acme.deleteFrom(ROLES).execute();
    return read;
  }

  @Override
  public String toString() {
    return "probe " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
