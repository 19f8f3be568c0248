package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.isolation.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** What code beside Croft does wrong on the same pool: the controls of the soak. */
enum SoakMistake {
  NONE {
    @Override
    void make(ConnectionPool pool, TenantId tenant, SoakLedger ledger, Random random) {}
  },

  /** The setting outlives the use. */
  SETTING_OF_THE_SESSION {
    @Override
    void make(ConnectionPool pool, TenantId tenant, SoakLedger ledger, Random random)
        throws SQLException {
      if (random.nextInt(5) == 0) {
        run(pool, "select set_config('app.tenant_id', '%s', false)".formatted(tenant));
      }
    }
  },

  /** A write is acknowledged before it is committed. */
  FORGOTTEN_COMMIT {
    @Override
    void make(ConnectionPool pool, TenantId tenant, SoakLedger ledger, Random random)
        throws SQLException {
      String name = "%s %d".formatted(tenant, random.nextLong());
      String begin = "begin; select set_config('app.tenant_id', '%s', true); ".formatted(tenant);
      String insert = "insert into auth.roles (tenant_id, name) values ('%s', '%s')";
      run(pool, begin + insert.formatted(tenant, name));
      ledger.acknowledged(tenant, name);
    }
  },

  /** A row is written for another tenant than the one it is about. */
  WRONG_TENANT {
    @Override
    void make(ConnectionPool pool, TenantId tenant, SoakLedger ledger, Random random)
        throws SQLException {
      String begin = "begin; select set_config('app.tenant_id', '%s', true); ".formatted(tenant);
      String insert = "insert into auth.roles (tenant_id, name) values ('%s', 'other-%d'); commit";
      run(pool, begin + insert.formatted(tenant, random.nextLong()));
    }
  };

  abstract void make(ConnectionPool pool, TenantId tenant, SoakLedger ledger, Random random)
      throws SQLException;

  private static void run(ConnectionPool pool, String sql) throws SQLException {
    Connection connection = pool.take();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } finally {
      pool.giveBack(connection);
    }
  }
}
