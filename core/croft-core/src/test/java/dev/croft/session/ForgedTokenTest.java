package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.fixture.Figures;
import dev.croft.fixture.Seal;
import dev.croft.fixture.Village;
import dev.croft.isolation.TenantId;
import dev.croft.sealing.Forger;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;

/** With the password of the runtime login and any SQL, but without the key, there are no rows. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedTokenTest {
  private static final String TOUCHED =
      """
      with changed as (update auth.roles set description = 'stolen' returning 1),
        removed as (delete from auth.user_roles returning 1)
      select (select count(*) from changed) + (select count(*) from removed)
        + (select count(*) from public.tenants) + (select count(*) from public.users)
        + (select count(*) from auth.roles) + (select count(*) from auth.role_permissions)
        + (croft.current_tenant() is not null)::int""";

  private static Village village;
  private RawConnection raw;

  @BeforeAll
  void found() {
    village = Village.found(Seal.SEALED);
  }

  @AfterAll
  void close() {
    village.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    raw = new RawConnection(village);
  }

  @AfterEach
  void disconnect() throws SQLException {
    raw.close();
  }

  private void assertUseless(String token) throws SQLException {
    enter(token);
    if (token.isEmpty()) {
      assertThat(raw.read(TOUCHED)).containsExactly("0");
    } else {
      assertRefused(() -> raw.read(TOUCHED), token);
    }
    Figures.add("sealed mode: forged tokens tried", 1);
  }

  private void enter(String token) throws SQLException {
    raw.run("set app.tenant_id = '%s'".formatted(token.replace("'", "''")));
  }

  private static void assertRefused(ThrowingCallable statement, String token) {
    assertThatThrownBy(statement)
        .as(token)
        .isInstanceOf(PSQLException.class)
        .hasMessageStartingWith(
            """
            ERROR: the tenant in app.tenant_id is not believed
              Detail: The database is sealed, and this is no token that is valid here and now.""");
  }

  private String genuine() throws SQLException {
    return village.setting(village.globexId());
  }

  @Test
  void the_control_a_genuine_token_reads_and_writes() throws SQLException {
    raw.run("begin");
    raw.run("set local app.tenant_id = '%s'".formatted(genuine()));
    assertThat(Integer.parseInt(raw.read(TOUCHED).getFirst())).isGreaterThan(10);
    raw.run("rollback");
  }

  static Stream<Map.Entry<String, String>> forgeries() throws SQLException {
    TenantId globex = village.globexId();
    String own = village.setting(village.acmeId());
    String text = Forger.text(globex, 60, "tests");
    String signature = own.substring(own.lastIndexOf('.'));
    Map<String, String> forged = new LinkedHashMap<>();
    forged.put("the plain id", globex.toString());
    forged.put("nothing", "");
    forged.put("a blank", " ");
    forged.put("own token, tenant swapped", own.replace(village.acmeId().toString(), "" + globex));
    forged.put("signature of another text", text + signature);
    forged.put("no signature", text + ".");
    forged.put("zeros as signature", text + "." + "0".repeat(64));
    forged.put("another secret", Forger.signed(text, "x".repeat(32).getBytes(US_ASCII)));
    forged.put("zeros as secret", Forger.signed(text, new byte[32]));
    forged.put("an unknown key", Forger.signed(Forger.text(globex, 60, "other")));
    forged.put("expired", Forger.signed(Forger.text(globex, 0, "tests")));
    forged.put("long expired", Forger.signed(Forger.text(globex, -86400, "tests")));
    forged.put("another version", Forger.signed(text.replace("v1", "v2")));
    forged.put("capital letters", Forger.signed(text).toUpperCase(Locale.ROOT));
    forged.put("signed twice", Forger.signed(Forger.signed(Forger.signed(text))));
    forged.put("a line after it", Forger.signed(text) + "\n");
    forged.put("a space before it", " " + Forger.signed(text));
    forged.put("two parts more", Forger.signed(text + ".1.1"));
    forged.put("SQL", "v1.' or true --.1.tests.0");
    forged.put("a pattern", "v1.%.%.%.%");
    forged.put("letters of no alphabet of tokens", Forger.signed(text).replace('1', '\u0661'));
    forged.put("a megabyte", Forger.signed(text) + "0".repeat(1 << 20));
    forged.put("for another connection", Forger.signed(text + ".1"));
    forged.put(
        "for no connection at all", Forger.signed(text + ".9999999999").replace("9999.", "."));
    return forged.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void it_reads_updates_deletes_and_inserts_nothing(Map.Entry<String, String> forged)
      throws SQLException {
    assertUseless(forged.getValue());
    String insert =
        "insert into auth.roles (tenant_id, name) values ('%s', 'forger')"
            .formatted(village.globexId());
    assertThatThrownBy(() -> raw.run(insert))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn("ST001", "42501"));
  }

  @Test
  void truncated_anywhere_it_is_of_no_use() throws SQLException {
    String token = genuine();
    for (int length = 0; length < token.length(); length++) {
      assertUseless(token.substring(0, length));
      assertUseless(token.substring(token.length() - length));
    }
  }

  @Test
  void with_any_bit_of_it_flipped_it_is_of_no_use() throws SQLException {
    String token = genuine();
    for (int position = 0; position < token.length(); position++) {
      for (int bit = 0; bit < 8; bit++) {
        StringBuilder flipped = new StringBuilder(token);
        flipped.setCharAt(position, (char) (token.charAt(position) ^ 1 << bit));
        assertUseless(flipped.toString());
      }
    }
  }

  @Test
  void with_any_two_neighbours_swapped_or_one_left_out_it_is_of_no_use() throws SQLException {
    String token = genuine();
    for (int position = 1; position < token.length(); position++) {
      char first = token.charAt(position - 1);
      char second = token.charAt(position);
      String head = token.substring(0, position - 1);
      String tail = token.substring(position + 1);
      assertUseless(head + second + tail);
      if (first != second) {
        assertUseless(head + second + first + tail);
      }
    }
  }

  @Test
  void of_a_retired_key_it_is_of_no_use() throws SQLException {
    byte[] secret = new byte[32];
    village.asOwner("select croft.add_sealing_key('old', decode(repeat('00', 32), 'hex'))");
    String token = Forger.signed(Forger.text(village.globexId(), 60, "old"), secret);
    enter(token);
    assertThat(raw.read("select count(*) from auth.roles")).containsExactly("3");
    village.asOwner("select croft.retire_sealing_key('old')");
    assertUseless(token);
  }

  @Test
  void bound_to_a_connection_it_is_of_no_use_on_another_one() throws SQLException {
    String pid = raw.read("select pg_backend_pid()").getFirst();
    String token = Forger.signed(Forger.text(village.globexId(), 60, "tests") + "." + pid);
    enter(token);
    assertThat(raw.read("select count(*) from auth.roles")).containsExactly("3");
    try (RawConnection other = new RawConnection(village)) {
      other.run("set app.tenant_id = '%s'".formatted(token));
      assertRefused(() -> other.read("select count(*) from auth.roles"), token);
    }
    assertUseless(token.replace("." + pid + ".", "."));
  }

  @Test
  void it_is_not_seen_in_the_activity_of_the_server() throws SQLException {
    String activity =
        "select query from pg_stat_activity where query ~ 'v1[.]' and pid <> pg_backend_pid()";
    village.acme().transaction(tx -> assertThat(tx.dsl().fetchCount(ROLES)).isEqualTo(3));
    assertThat(raw.read(activity)).isEmpty();
    try (RawConnection careless = new RawConnection(village)) {
      careless.run("set app.tenant_id = '%s'".formatted(genuine()));
      assertThat(raw.read(activity)).as("the control").hasSize(1);
    }
  }

  /** What sealing does not stop: see core/docs/security.md. */
  @Test
  void not_bound_it_is_of_use_on_another_connection_until_it_expires() throws SQLException {
    enter(genuine());
    assertThat(raw.read("select distinct tenant_id from auth.roles"))
        .isEqualTo(List.of(village.globexId().toString()));
  }

  @Test
  void of_a_tenant_that_does_not_exist_it_reads_nothing_without_telling_so() throws SQLException {
    enter(village.setting(new TenantId(UUID.randomUUID())));
    assertThat(raw.read("select count(*) from auth.roles")).containsExactly("0");
  }
}
