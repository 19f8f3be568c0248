package dev.croft.cli;

import dev.croft.seeding.BaselineSeeder;
import dev.croft.seeding.DevelopmentData;
import dev.croft.seeding.DevelopmentSeeder;
import dev.croft.seeding.SeedRun;
import dev.croft.seeding.Seeder;
import dev.croft.seeding.Seeding;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Tenants to develop with. */
final class MadeUpTenants {
  private static final String NONE = "select not exists (select from public.tenants)";

  private MadeUpTenants() {}

  static DevelopmentData data(long randomSeed, int tenants, int usersPerTenant) {
    try {
      return new DevelopmentData(randomSeed, tenants, usersPerTenant);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "Nothing was made up", String.valueOf(e.getMessage()), "See --help.");
    }
  }

  /** Gives those that are there the baseline, and makes some up where there are none. */
  static List<SeedRun> seed(DataSource admin, DevelopmentData data, PrintWriter err)
      throws SQLException {
    List<Seeder> seeders = new ArrayList<>(List.of(new BaselineSeeder()));
    if (areMissing(admin)) {
      seeders.add(new DevelopmentSeeder(data));
    }
    return Seeding.of(seeders.toArray(Seeder[]::new))
        .withProgress(new SeedingSteps(err))
        .run(admin);
  }

  private static boolean areMissing(DataSource admin) throws SQLException {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(NONE)) {
      return answer.next() && answer.getBoolean(1);
    }
  }
}
