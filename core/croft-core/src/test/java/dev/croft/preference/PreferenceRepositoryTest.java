package dev.croft.preference;

import static dev.croft.schema.public_.Tables.TENANT_PREFERENCES;
import static dev.croft.schema.public_.Tables.TENANT_USER_PREFERENCES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.exception.CheckException;
import dev.croft.exception.ForeignKeyException;
import dev.croft.fixture.Village;
import dev.croft.fixture.Waiting;
import dev.croft.identity.UserId;
import dev.croft.paging.Page;
import dev.croft.paging.PageRequest;
import dev.croft.session.TenantSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class PreferenceRepositoryTest {
  private static final PageRequest ALL = PageRequest.first(PageRequest.MAXIMUM_SIZE);
  private static final Preferences DARK =
      new Preferences(Theme.DARK, new Notifications(false, true), "pt-BR");
  private static final Preferences LIGHT = Preferences.defaults().withTheme(Theme.LIGHT);

  private Village village;
  private TenantSession acme;
  private PreferenceRepository preferences;
  private UserId ann;

  @BeforeEach
  void found() {
    village = Village.found();
    acme = village.acme();
    preferences = PreferenceRepository.in(acme);
    ann = village.ann().id();
  }

  @AfterEach
  void close() {
    village.close();
  }

  @Test
  void what_holds_for_a_member_is_their_own_else_the_tenant_s_else_the_default() {
    assertThat(preferences.inEffect(ann)).isEqualTo(Preferences.defaults());
    preferences.set(LIGHT);
    assertThat(preferences.inEffect(ann)).isEqualTo(LIGHT);
    preferences.set(ann, DARK);
    assertThat(preferences.inEffect(ann)).isEqualTo(DARK);
    assertThat(preferences.inEffect(village.bob().id())).isEqualTo(LIGHT);
    preferences.remove(ann);
    preferences.remove();
    assertThat(preferences.inEffect(ann)).isEqualTo(Preferences.defaults());
  }

  @Test
  void the_default_is_as_the_device_looks_by_mail_only_and_in_english() {
    assertThat(Preferences.defaults())
        .isEqualTo(new Preferences(Theme.SYSTEM, new Notifications(true, false), "en"));
  }

  @Test
  void preferences_are_found_as_they_were_set_and_replaced_as_a_whole() {
    assertThat(preferences.find()).isEmpty();
    assertThat(preferences.find(ann)).isEmpty();
    preferences.set(DARK);
    preferences.set(ann, DARK);
    preferences.set(LIGHT);
    preferences.set(ann, LIGHT);
    assertThat(preferences.find()).contains(LIGHT);
    assertThat(preferences.find(ann)).contains(LIGHT);
    assertThat(acme.dsl().fetchSingle(TENANT_PREFERENCES).getVersion()).isEqualTo(2);
    assertThat(acme.dsl().fetchSingle(TENANT_USER_PREFERENCES).getVersion()).isEqualTo(2);
  }

  @Test
  void every_preference_comes_back_as_it_went() {
    for (Theme theme : Theme.values()) {
      for (boolean email : new boolean[] {true, false}) {
        Preferences given =
            LIGHT
                .withTheme(theme)
                .withNotifications(new Notifications(email, !email))
                .withLanguage("zh-Hant-TW");
        preferences.set(given);
        assertThat(preferences.find()).contains(given);
      }
    }
  }

  @Test
  void of_two_who_set_the_same_at_once_the_later_one_prevails() {
    CompletableFuture<Void> second =
        acme.transactionResult(
            tx -> {
              PreferenceRepository.in(tx).set(ann, DARK);
              return Waiting.forLock(
                  village,
                  () -> {
                    preferences.set(ann, LIGHT);
                    return null;
                  });
            });
    second.join();
    assertThat(preferences.find(ann)).contains(LIGHT);
    assertThat(acme.dsl().fetchSingle(TENANT_USER_PREFERENCES).getVersion()).isEqualTo(2);
  }

  @Test
  void members_with_a_theme_are_listed_by_pages() {
    preferences.set(ann, DARK);
    preferences.set(village.bob().id(), LIGHT);
    preferences.set(village.max().id(), DARK);
    PageRequest one = PageRequest.first(1);
    Page<UserId> first = preferences.page(Theme.DARK, one);
    assertThat(first.items()).containsExactly(ann);
    Page<UserId> second = preferences.page(Theme.DARK, one.after(first.next().orElseThrow()));
    assertThat(second.items()).containsExactly(village.max().id());
    assertThat(second.next()).isEmpty();
    preferences.set(ann, LIGHT);
    assertThat(preferences.page(Theme.DARK, ALL).items()).containsExactly(village.max().id());
  }

  @Test
  void members_with_a_theme_are_found_by_the_index_that_row_level_security_leaves_in_use()
      throws SQLException {
    fill();
    assertThat(plan(preferences.members(Theme.DARK, PageRequest.first(10))))
        .contains("using tenant_user_preferences_theme_idx")
        .containsPattern("Index Cond: \\(\\(tenant_id = .*\\) AND \\(theme = 'dark'::text\\)\\)")
        .doesNotContain("Seq Scan", "Sort");
  }

  /** Why there is a column for it: the operator is not leakproof, and waits behind the policy. */
  @Test
  void no_index_would_be_asked_for_what_the_server_takes_out_of_json() throws SQLException {
    fill();
    village.asOwner(
        "create index theme_inside on public.tenant_user_preferences"
            + " (tenant_id, (preferences ->> 'theme'), user_id)");
    var theme =
        DSL.jsonbGetAttributeAsText(TENANT_USER_PREFERENCES.PREFERENCES, DSL.inline("theme"));
    assertThat(
            plan(
                acme.dsl()
                    .select(TENANT_USER_PREFERENCES.USER_ID)
                    .from(TENANT_USER_PREFERENCES)
                    .where(theme.eq("dark"))
                    .orderBy(TENANT_USER_PREFERENCES.USER_ID)))
        .containsPattern("Filter: .*preferences ->> 'theme'")
        .doesNotContainPattern("Index Cond: .*->>");
  }

  private void fill() {
    village.asSuperuser(
        """
        insert into public.users (email_address)
        select 'member' || i || '@example.com' from generate_series(1, 5000) i;
        insert into public.tenant_users (tenant_id, user_id)
        select t.id, u.id from public.tenants t, public.users u on conflict do nothing;
        insert into public.tenant_user_preferences (tenant_id, user_id, preferences)
        select tenant_id, user_id, jsonb_build_object(
          'theme', case when random() < 0.1 then 'dark' else 'light' end, 'language', 'en',
          'notifications', jsonb_build_object('email', true, 'push', false))
        from public.tenant_users;
        analyze public.tenant_user_preferences;
        """);
  }

  private String plan(Query query) throws SQLException {
    String sql = acme.dsl().renderInlined(query);
    try (Connection connection = village.database().connect(village.runtime());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select set_config('app.tenant_id', '%s', true)"
              .formatted(village.setting(village.acmeId())));
      StringBuilder plan = new StringBuilder();
      try (ResultSet row = statement.executeQuery("explain (costs off) " + sql)) {
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  @Test
  void a_language_is_a_tag() {
    assertThatThrownBy(() -> LIGHT.withLanguage("English"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A language is a tag of BCP 47 that begins in lower case, as in pt-BR.");
  }

  @Test
  void another_shape_is_refused_by_the_server() {
    assertThatThrownBy(
            () ->
                acme.dsl()
                    .insertInto(TENANT_PREFERENCES)
                    .set(TENANT_PREFERENCES.PREFERENCES, JSONB.valueOf("{\"theme\": \"dark\"}"))
                    .execute())
        .isInstanceOf(CheckException.class)
        .hasMessageContaining("tenant_preferences_preferences_check");
  }

  @Test
  void whom_the_tenant_does_not_know_has_no_preferences_in_it() {
    String somebody = refusal(village.eve().id());
    assertThat(somebody)
        .isEqualTo(refusal(new UserId(UUID.randomUUID())))
        .contains("tenant_user_preferences_user_fk");
    assertThat(preferences.inEffect(village.eve().id())).isEqualTo(Preferences.defaults());
  }

  private String refusal(UserId stranger) {
    try {
      preferences.set(stranger, DARK);
      return "no exception";
    } catch (ForeignKeyException e) {
      return e.getMessage();
    }
  }

  @Test
  void preferences_go_with_the_membership() {
    preferences.set(ann, DARK);
    village.asSuperuser("delete from public.tenant_users where user_id = '%s'", ann);
    assertThat(preferences.find(ann)).isEmpty();
  }

  @Test
  void another_tenant_sees_and_changes_none_of_them() {
    UserId max = village.max().id();
    preferences.set(LIGHT);
    preferences.set(max, DARK);
    PreferenceRepository theirs = PreferenceRepository.in(village.globex());
    assertThat(theirs.find()).isEmpty();
    assertThat(theirs.find(max)).isEmpty();
    assertThat(theirs.inEffect(max)).isEqualTo(Preferences.defaults());
    assertThat(theirs.page(Theme.DARK, ALL).items()).isEmpty();
    theirs.remove();
    theirs.remove(max);
    theirs.set(Preferences.defaults());
    theirs.set(max, Preferences.defaults());
    assertThat(preferences.find()).contains(LIGHT);
    assertThat(preferences.find(max)).contains(DARK);
  }
}
