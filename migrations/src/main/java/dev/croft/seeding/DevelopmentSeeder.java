package dev.croft.seeding;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Makes up tenants with people, profiles, memberships, roles and preferences to develop with: as
 * many as asked for, and the same ones for the same number. It needs {@code net.datafaker} on the
 * class path, and is refused on a database that is marked as one of production.
 */
public final class DevelopmentSeeder implements Seeder {
  private static final String NAME = "development";

  private static final String TENANT =
      "insert into public.tenants (id, name, slug) values (?, ?, ?) on conflict do nothing";
  private static final String LOGO =
      "insert into public.tenant_logos (tenant_id, url) values (?, ?) on conflict do nothing";
  private static final String APPLY =
      "select croft.apply_baseline(?, 'service', 'development-seeder')";
  private static final String USERS =
      "insert into public.users (id, email_address)"
          + " select * from unnest(?::uuid[], ?::text[]) on conflict do nothing";
  private static final String PROFILES =
      "insert into public.user_profiles (user_id, full_name, given_name, family_name)"
          + " select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[])"
          + " on conflict do nothing";
  private static final String MEMBERS =
      "insert into public.tenant_users (tenant_id, user_id)"
          + " select ?::uuid, u.id from unnest(?::uuid[]) u (id) on conflict do nothing";
  private static final String PREFERENCES =
      "insert into public.tenant_user_preferences (tenant_id, user_id, preferences)"
          + " select ?::uuid, p.id, jsonb_build_object('theme', p.theme, 'language', 'en',"
          + " 'notifications', jsonb_build_object('email', true, 'push', false))"
          + " from unnest(?::uuid[], ?::text[]) p (id, theme) on conflict do nothing";
  private static final String ROLES =
      "insert into auth.user_roles (tenant_id, user_id, role_id)"
          + " select s.tenant_id, u.id, s.role_id"
          + " from unnest(?::uuid[]) with ordinality u (id, place)"
          + " join auth.system_roles s on s.tenant_id = ?::uuid"
          + " join auth.role_templates t on t.id = s.role_template_id"
          + " and (t.is_default or t.name = 'admin' and u.place = 1) on conflict do nothing";

  private final DevelopmentData data;

  /**
   * A seeder of so many rows.
   *
   * @throws SeedException when {@code net.datafaker:datafaker} is not on the class path
   */
  public DevelopmentSeeder(DevelopmentData data) {
    this.data = data;
    requireLibrary(DevelopmentSeeder.class.getClassLoader());
  }

  static void requireLibrary(ClassLoader loader) {
    try {
      Class.forName("net.datafaker.Faker", false, loader);
    } catch (ClassNotFoundException e) {
      throw new SeedException(
          "seeder development cannot make rows up",
          "the library for names is not on the class path",
          "Add the dependency net.datafaker:datafaker.",
          e);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> after() {
    return Set.of(BaselineSeeder.NAME);
  }

  @Override
  public boolean isForDevelopment() {
    return true;
  }

  @Override
  public long seed(Connection connection, SeedProgress progress) throws SQLException {
    long rows = 0;
    for (int place = 0; place < data.tenants(); place++) {
      rows += seed(connection, new MadeUpTenant(data.seed(), place));
      progress.at(NAME, place + 1, data.tenants());
    }
    return rows;
  }

  private long seed(Connection connection, MadeUpTenant tenant) throws SQLException {
    List<MadeUpTenant.Person> people = new ArrayList<>();
    List<String> themes = new ArrayList<>();
    String name = tenant.name();
    for (int place = 0; place < data.usersPerTenant(); place++) {
      people.add(tenant.person(place));
      themes.add(tenant.theme());
    }
    Texts texts = new Texts(connection, people);
    Array ids = texts.ids();
    UUID id = tenant.id();
    long rows = write(connection, TENANT, id, name, tenant.slug());
    rows += write(connection, LOGO, id, tenant.logo());
    call(connection, id);
    rows += write(connection, USERS, ids, texts.of(MadeUpTenant.Person::emailAddress));
    rows +=
        write(
            connection,
            PROFILES,
            ids,
            texts.of(MadeUpTenant.Person::fullName),
            texts.of(MadeUpTenant.Person::givenName),
            texts.of(MadeUpTenant.Person::familyName));
    rows += write(connection, MEMBERS, id, ids);
    rows += write(connection, PREFERENCES, id, ids, texts.array(themes));
    return rows + write(connection, ROLES, ids, id);
  }

  private static void call(Connection connection, UUID tenant) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(APPLY)) {
      statement.setObject(1, tenant);
      statement.execute();
    }
  }

  private static long write(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** What a statement takes of all people at once. */
  private record Texts(Connection connection, List<MadeUpTenant.Person> people) {
    Array ids() throws SQLException {
      return connection.createArrayOf(
          "uuid", people.stream().map(MadeUpTenant.Person::id).toArray());
    }

    Array of(Function<MadeUpTenant.Person, String> part) throws SQLException {
      return array(people.stream().map(part).toList());
    }

    Array array(List<String> texts) throws SQLException {
      return connection.createArrayOf("text", texts.toArray());
    }
  }
}
