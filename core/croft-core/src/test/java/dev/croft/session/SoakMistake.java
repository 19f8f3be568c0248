package dev.croft.session;

import dev.croft.connection.ConnectionPool;
import dev.croft.fixture.Seal;
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
        run(pool, tenant, "select set_config('app.tenant_id', '${setting}', false)");
      }
    }
  },

  /** A write is acknowledged before it is committed. */
  FORGOTTEN_COMMIT {
    @Override
    void make(ConnectionPool pool, TenantId tenant, SoakLedger ledger, Random random)
        throws SQLException {
      String name = "%s %d".formatted(tenant, random.nextLong());
      run(pool, tenant, BEGIN + insert(tenant, name));
      ledger.acknowledged(tenant, name);
    }
  },

  /** A row is written for another tenant than the one it is about. */
  WRONG_TENANT {
    @Override
    void make(ConnectionPool pool, TenantId tenant, SoakLedger ledger, Random random)
        throws SQLException {
      run(pool, tenant, BEGIN + insert(tenant, "other-" + random.nextLong()) + "; commit");
    }
  };

  private static final String BEGIN =
      "begin; select set_config('app.tenant_id', '${setting}', true); ";

  abstract void make(ConnectionPool pool, TenantId tenant, SoakLedger ledger, Random random)
      throws SQLException;

  private static String insert(TenantId tenant, String name) {
    return "insert into auth.roles (tenant_id, name) values ('%s', '%s')".formatted(tenant, name);
  }

  private static void run(ConnectionPool pool, TenantId tenant, String sql) throws SQLException {
    Connection connection = pool.take();
    try (Statement statement = connection.createStatement()) {
      String setting = Seal.ofThisRun().setting().of(tenant, connection);
      statement.execute(sql.replace("${setting}", setting));
    } finally {
      pool.giveBack(connection);
    }
  }
}
