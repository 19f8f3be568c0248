package dev.croft.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WithoutPredicatesTest {
  private static final WithoutPredicates WITHOUT =
      new WithoutPredicates(
          List.of(
              table("auth.roles", "tenant_id", List.of("tenant_id", "id")),
              table("public.tenants", "id", List.of("id"))));

  private static TableShape table(String name, String tenantColumn, List<String> key) {
    return new TableShape(
        name, "tenant", tenantColumn, key, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void the_predicate_of_a_table_or_an_alias_holds_for_every_row_and_keeps_its_parameter() {
    assertThat(
            WITHOUT.rewrite(
                """
                where "auth"."roles"."tenant_id" = cast(? as uuid) and "r"."tenant_id" = \
                cast('00000000-0000-7000-8000-00000000000a' as uuid) and \
                "public"."tenants"."id" = cast(? as uuid)"""))
        .isEqualTo(
            """
            where cast(? as uuid) is not null and \
            cast('00000000-0000-7000-8000-00000000000a' as uuid) is not null and \
            cast(? as uuid) is not null""");
  }

  @Test
  void conditions_of_the_caller_stay() {
    String sql =
        """
        where "r"."tenant_id" = "u"."tenant_id" and "auth"."roles"."id" = cast(? as uuid)""";
    assertThat(WITHOUT.rewrite(sql)).isEqualTo(sql);
  }
}
