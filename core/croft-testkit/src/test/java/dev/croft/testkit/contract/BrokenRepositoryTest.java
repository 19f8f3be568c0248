package dev.croft.testkit.contract;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.CroftConfig;
import dev.croft.access.RoleId;
import dev.croft.connection.Access;
import dev.croft.connection.ConnectionSource;
import dev.croft.session.TenantSession;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Each kind of careless repository fails the test that looks for it. */
class BrokenRepositoryTest {
  private static final String LEARNS =
      "tells a row of another tenant from one that never was by nothing";

  /** Once for all, on databases that they share. */
  private static final Failures FAILURES =
      Failures.of(
          contract()
              .repository(CachingRoles::new)
              .repository(TellingRoles::new)
              .repository(CountingRoles::new)
              .repository(EmptyRoles::new)
              .repository(StrangeRoles::new),
          name -> name.contains("Roles > "));

  private static IsolationContract contract() {
    // region: supply
    return IsolationContract.of("croft/changelog.xml")
        .value("auth.roles.description", owner -> "Roles of " + owner.mark())
        .argument(CharSequence.class, owner -> owner.mark())
        .repository((session, database) -> new RawRoles(session, database.config()));
    // endregion
  }

  /** Keeps what it has read, for whoever asks next. */
  static final class CachingRoles {
    private static final Map<RoleId, Optional<String>> NAMES = new ConcurrentHashMap<>();
    private final TenantSession session;

    CachingRoles(TenantSession session) {
      this.session = session;
    }

    public Optional<String> findName(RoleId id) {
      return NAMES.computeIfAbsent(
          id,
          key ->
              session
                  .dsl()
                  .select(ROLES.NAME)
                  .from(ROLES)
                  .where(ROLES.ID.eq(key.value()))
                  .fetchOptional(ROLES.NAME));
    }
  }

  @Test
  void a_cache_that_tenants_share_is_found() {
    assertThat(FAILURES.byTest())
        .hasEntrySatisfying(
            "CachingRoles > findName(RoleId) > " + LEARNS + ", with all fences",
            message ->
                assertThat(message)
                    .isEqualTo(
                        """
                        CachingRoles.findName(RoleId), with all fences, shows what another \
                        tenant has: birch
                          returned Optional[birch]
                        Read through the session alone, and keep nothing between sessions."""));
  }

  /** Knows every id, and says so. */
  static final class TellingRoles {
    private static final Set<UUID> KNOWN = ConcurrentHashMap.newKeySet();
    private final TenantSession session;

    TellingRoles(TenantSession session) {
      this.session = session;
    }

    public boolean exists(RoleId id) {
      boolean exists = session.dsl().fetchExists(ROLES, ROLES.ID.eq(id.value()));
      if (exists) {
        KNOWN.add(id.value());
      } else if (KNOWN.contains(id.value())) {
        throw new IllegalStateException("role %s is not yours".formatted(id));
      }
      return exists;
    }
  }

  @Test
  void an_answer_that_tells_another_s_id_from_none_is_found() {
    assertThat(FAILURES.byTest())
        .hasEntrySatisfying(
            "TellingRoles > exists(RoleId) > " + LEARNS + ", with all fences",
            message ->
                assertThat(message)
                    .isEqualTo(
                        """
                        TellingRoles.exists(RoleId), with all fences, tells a row of another \
                        tenant from a row that never was:
                          threw java.lang.IllegalStateException: role (id 1) is not yours
                          returned false
                        What a tenant can tell apart, it has learned. \
                        Reach rows through the session alone, and let absence end in one way."""));
  }

  /** Relies on row-level security alone. */
  static final class RawRoles {
    private final TenantSession session;
    private final CroftConfig config;

    RawRoles(TenantSession session, CroftConfig config) {
      this.session = session;
      this.config = config;
    }

    public long count() {
      return number("select count(*) from auth.roles");
    }

    public long describe(RoleId id) {
      return number(
          "with changed as (update auth.roles set description = 'changed' where id = '%s'"
                  .formatted(id)
              + " returning 1) select count(*) from changed");
    }

    private long number(String sql) {
      var server =
          (ConnectionSource.Server) config.connections().source(Access.RUNTIME).orElseThrow();
      var address = server.address();
      String url =
          "jdbc:postgresql://%s:%d/%s"
              .formatted(address.host(), address.port(), address.database());
      var login = server.credentials();
      try (Connection connection =
              DriverManager.getConnection(url, login.user(), login.password());
          PreparedStatement statement =
              connection.prepareStatement(
                  "select set_config('app.tenant_id', '%s', false)".formatted(session.tenant()));
          PreparedStatement counting = connection.prepareStatement(sql)) {
        statement.execute();
        try (ResultSet row = counting.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void a_connection_of_its_own_is_found_when_row_level_security_is_dropped() {
    assertThat(FAILURES.passed())
        .contains("RawRoles > describe(RoleId) > " + LEARNS + ", with all fences");
    assertThat(FAILURES.byTest())
        .hasEntrySatisfying(
            "RawRoles > describe(RoleId) > " + LEARNS + ", without row-level security",
            message ->
                assertThat(message)
                    .isEqualTo(
                        "RawRoles.describe(RoleId), without row-level security, called for a"
                            + " row of another tenant, changed rows of another tenant in"
                            + " auth.roles. Write through the session alone."))
        .hasEntrySatisfying(
            "RawRoles > count() > ends as if there were no other tenant, without row-level"
                + " security",
            message ->
                assertThat(message)
                    .isEqualTo(
                        """
                        RawRoles.count(), without row-level security, ends in another way when \
                        there is another tenant:
                          returned 4
                          without it: returned 2
                        What it returns depends on rows that are not the tenant's."""));
  }

  /** Counts the roles that any session has seen. */
  static final class CountingRoles {
    private static final Set<UUID> SEEN = ConcurrentHashMap.newKeySet();
    private final TenantSession session;

    CountingRoles(TenantSession session) {
      this.session = session;
    }

    public int countEverywhere() {
      SEEN.addAll(session.dsl().select(ROLES.ID).from(ROLES).fetch(ROLES.ID));
      return SEEN.size();
    }
  }

  @Test
  void a_count_that_holds_rows_of_others_is_found() {
    assertThat(FAILURES.byTest())
        .containsKey(
            "CountingRoles > countEverywhere() > ends as if there were no other tenant, with all"
                + " fences");
  }

  /** Finds nothing, whoever asks. */
  static final class EmptyRoles {
    EmptyRoles(TenantSession session) {}

    public Optional<String> find(RoleId id) {
      return Optional.empty();
    }
  }

  @Test
  void a_method_that_does_nothing_for_an_own_row_shows_nothing_and_fails() {
    assertThat(FAILURES.byTest())
        .hasEntrySatisfying(
            "EmptyRoles > find(RoleId) > does to a tenant's own row what it does not to another's",
            message ->
                assertThat(message)
                    .isEqualTo(
                        """
                        EmptyRoles.find(RoleId) ends for a tenant's own row as for one that \
                        never was: returned Optional[]
                        So the other tests of it show nothing. \
                        Supply arguments that name a row: .argument(…)."""));
  }

  /** Takes what no catalogue knows. */
  static final class StrangeRoles {
    private final TenantSession session;

    StrangeRoles(TenantSession session) {
      this.session = session;
    }

    public boolean matches(StringBuilder name) {
      return session.dsl().fetchExists(ROLES, ROLES.NAME.eq(name.toString()));
    }

    public boolean matches(CharSequence name) {
      return session.dsl().fetchExists(ROLES, ROLES.NAME.eq(name.toString()));
    }
  }

  @Test
  void an_argument_that_cannot_be_made_fails_until_it_is_supplied() {
    String test = "StrangeRoles > matches(StringBuilder) > " + LEARNS + ", with all fences";
    assertThat(FAILURES.byTest())
        .containsEntry(
            test,
            "StrangeRoles.matches(StringBuilder) was not called: nothing could be made for its"
                + " parameter name of type StringBuilder. Supply it: .argument(StringBuilder.class,"
                + " owner -> …).");
    assertThat(FAILURES.byTest().keySet())
        .noneMatch(name -> name.startsWith("StrangeRoles > matches(CharSequence)"));
    assertThat(FAILURES.passed()).contains(test.replace("StringBuilder", "CharSequence"));
  }
}
