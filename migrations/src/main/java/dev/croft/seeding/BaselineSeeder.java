package dev.croft.seeding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Gives every tenant that is not deleted what the baseline grew by since the tenant was created, by
 * {@code croft.apply_baseline}: roles of templates with their permissions, a placement, a plan.
 * What a tenant changed or took away stays so. The templates, permissions, plans and limits
 * themselves come with the changelogs; run this after each deployment that adds to them.
 */
public final class BaselineSeeder implements Seeder {
  /** What {@link #name()} says, for those that come after. */
  public static final String NAME = "baseline";

  private static final String TENANTS =
      "select id from public.tenants where deleted_at is null order by id";
  private static final String APPLY =
      "select croft.apply_baseline(?, 'service', 'baseline-seeder')";

  /** Makes the seeder. */
  public BaselineSeeder() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public long seed(Connection connection, SeedProgress progress) throws SQLException {
    List<UUID> tenants = tenants(connection);
    long rows = 0;
    try (PreparedStatement apply = connection.prepareStatement(APPLY)) {
      for (int i = 0; i < tenants.size(); i++) {
        apply.setObject(1, tenants.get(i));
        rows += count(apply);
        progress.at(NAME, i + 1, tenants.size());
      }
    }
    return rows;
  }

  private static List<UUID> tenants(Connection connection) throws SQLException {
    List<UUID> tenants = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(TENANTS);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        tenants.add(rows.getObject(1, UUID.class));
      }
    }
    return tenants;
  }

  private static long count(PreparedStatement apply) throws SQLException {
    try (ResultSet row = apply.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
