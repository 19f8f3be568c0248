package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;

import java.sql.SQLException;
import java.util.List;
import org.jooq.Select;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Why the entry proves what it proves: the text that Croft renders, run by hand without the proof
 * on a connection that was left so.
 */
@NullUnmarked
class PoisonHarmTest {
  private Well well;
  private RawConnection raw;

  @BeforeEach
  void dig() throws SQLException {
    well = Well.own();
    raw = new RawConnection(well.village());
  }

  @AfterEach
  void close() throws SQLException {
    raw.close();
    well.close();
  }

  /** The rows of acme's fenced {@code query}, where the entry only sets the tenant. */
  private List<String> withoutProof(Select<?> query) throws SQLException {
    raw.run("select set_config('app.tenant_id', '%s', true)".formatted(well.village().acmeId()));
    return raw.read(well.acme().dsl().renderInlined(query));
  }

  private Select<?> roles() {
    return well.acme().dsl().select(ROLES.TENANT_ID).from(ROLES);
  }

  @Test
  void an_operator_of_another_schema_opens_the_predicate() throws SQLException {
    well.village().dropRowLevelSecurity();
    assertThat(withoutProof(roles())).hasSize(3);
    well.village()
        .asOwner(
            """
            create schema lenient;
            grant usage on schema lenient to public;
            create function lenient.same(uuid, uuid) returns boolean language sql as 'select true';
            create operator lenient.= (leftarg = uuid, rightarg = uuid, function = lenient.same)
            """);
    raw.run("set search_path = lenient, pg_catalog");
    assertThat(withoutProof(roles())).hasSize(6);
  }

  @Test
  void a_backslash_ends_a_literal_early() throws SQLException {
    Select<?> literal = well.acme().dsl().select(inline("\\' as a, 1 as b --"));
    assertThat(withoutProof(literal)).containsExactly("\\' as a, 1 as b --");
    raw.run("set standard_conforming_strings = off");
    assertThat(withoutProof(literal)).containsExactly("'");
  }

  @Test
  void a_temporary_type_shortens_what_is_written() throws SQLException {
    Select<?> cast = well.acme().dsl().select(inline("a long text").cast(String.class));
    String sql = well.acme().dsl().renderInlined(cast).replace("varchar", "text");
    assertThat(raw.read(sql)).containsExactly("a long text");
    raw.run("create domain pg_temp.text as varchar(3)");
    assertThat(raw.read(sql)).containsExactly("a l");
  }

  @Test
  void a_transaction_begun_by_sql_keeps_the_tenant_and_loses_the_write() throws SQLException {
    raw.run("begin");
    withoutProof(roles());
    raw.run("insert into auth.roles (tenant_id, name) values ('%s', 'lost')".formatted(acme()));
    assertThat(raw.read("select count(*) from auth.roles")).containsExactly("4");
    raw.close();
    raw = new RawConnection(well.village());
    assertThat(withoutProof(roles())).isEmpty();
    assertThat(well.acme().dsl().fetchCount(ROLES)).isEqualTo(3);
  }

  private Object acme() {
    return well.village().acmeId();
  }
}
