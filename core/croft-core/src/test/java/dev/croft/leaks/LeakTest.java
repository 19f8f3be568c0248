package dev.croft.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.fixture.Figures;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** With a canary in every column, value and secret, none is in what is thrown or logged. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakTest {
  private Aviary aviary;

  @BeforeAll
  void moveIn() {
    aviary = new Aviary();
  }

  @AfterAll
  void moveOut() {
    aviary.close();
  }

  @Test
  void every_column_that_can_hold_a_word_holds_a_canary() throws SQLException {
    List<String> columns =
        aviary.read(
            """
            select format('%I.%I.%I', n.nspname, c.relname, a.attname)
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'auth', 'admin', 'billing') and a.attnum > 0
              and not a.attisdropped and a.attgenerated = '' and not c.relispartition
              and not exists (
                select from pg_constraint k
                where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                  and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY')
              and a.atttypid in ('text'::regtype, 'jsonb'::regtype, 'json'::regtype,
                'bytea'::regtype, 'numeric'::regtype)
            """);
    assertThat(columns).hasSizeGreaterThan(8).allSatisfy(this::holdsCanary);
  }

  private void holdsCanary(String column) throws SQLException {
    String table = column.substring(0, column.lastIndexOf('.'));
    assertThat(aviary.read("select %s::text from %s".formatted(column, table)))
        .anyMatch(value -> Canary.in(value).isPresent());
  }

  @TestFactory
  Stream<DynamicTest> in_a_tenant_s_session_no_value_is_thrown_or_logged() {
    return Stream.concat(
            new StatementScenes(aviary.acme().dsl(), aviary.village().acmeId().value()).all(),
            new SessionScenes(aviary).all())
        .map(this::played);
  }

  @TestFactory
  Stream<DynamicTest> in_the_system_s_session_no_value_is_thrown_or_logged() {
    return Stream.concat(
            new StatementScenes(aviary.system().dsl(), aviary.village().globexId().value()).all(),
            new SystemScenes(aviary).all())
        .map(this::played);
  }

  @TestFactory
  Stream<DynamicTest> no_secret_is_thrown_or_logged_where_no_connection_is_had() {
    return new ConnectionScenes(aviary).all().map(this::played);
  }

  private DynamicTest played(Scene scene) {
    return DynamicTest.dynamicTest(scene.name(), () -> play(scene));
  }

  private void play(Scene scene) {
    Findings findings = new Findings();
    Throwable thrown = Listening.during(findings, scene.action());
    if (scene.failure() == null) {
      assertThat(thrown).isNull();
    } else {
      assertThat(thrown).isInstanceOf(scene.failure());
      ThrowableText.search(findings, scene.name(), thrown);
    }
    findings.search("metrics", aviary.meters());
    Figures.add("leaks: scenes played", 1);
    List<Findings.Leak> leaks =
        findings.leaks().stream().filter(Findings.Leak::isNotWarnedOf).toList();
    Figures.add("leaks: found", leaks.size());
    assertThat(leaks).isEmpty();
  }
}
