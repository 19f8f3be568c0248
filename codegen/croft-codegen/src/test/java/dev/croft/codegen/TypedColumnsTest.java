package dev.croft.codegen;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** From a changelog that is written in XML and YAML. */
@TestInstance(Lifecycle.PER_CLASS)
class TypedColumnsTest {

  private static final String ORDERS = "com.acme.schema.shop.tables.Orders";

  private final Path base;
  private final Path user;
  private CompiledClasses classes;

  TypedColumnsTest(@TempDir Path directory) {
    this.base = directory.resolve("base");
    this.user = directory.resolve("user");
  }

  @BeforeAll
  void generate_and_compile(@TempDir Path compiled) throws Exception {
    Codegen.run(new CodegenRequest("croft/changelog.xml", "dev.croft.schema", List.of(), base));
    Codegen.run(
        new CodegenRequest("typed/changelog.xml", "com.acme.schema", List.of("shop"), user));
    classes = CompiledClasses.of(compiled, base, user, resource("isolation"), resource("stubs"));
  }

  @AfterAll
  void close() throws Exception {
    classes.close();
  }

  @Test
  void a_column_with_an_enum_is_one_in_java_and_text_in_the_database() throws Exception {
    Field<?> status = requireNonNull(table().field("status"));
    assertThat(status.getType().getName()).isEqualTo("com.acme.schema.shop.enums.OrdersStatus");
    assertThat(List.of(status.getType().getEnumConstants()))
        .hasToString("[OPEN, IN_PROGRESS, DONE]");
    assertThat(toDatabase(status, status.getType().getEnumConstants()[1])).isEqualTo("in progress");
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object toDatabase(Field<?> field, Object value) {
    return ((Converter) field.getConverter()).to(value);
  }

  @Test
  void a_column_with_a_class_is_of_that_class() throws Exception {
    Field<?> settings = requireNonNull(table().field("settings"));
    assertThat(settings.getType().getName()).isEqualTo("com.example.Settings");
  }

  @Test
  void the_tables_of_the_changelogs_know_their_keys_whatever_they_are_written_in()
      throws Exception {
    Table<?> items = (Table<?>) classes.constant("com.acme.schema.shop.tables.Items", "ITEMS");
    assertThat(items.getReferences())
        .extracting(Object::toString)
        .contains(
            "constraint \"items_order_fk\" foreign key (\"tenant_id\", \"order_id\") references"
                + " \"shop\".\"orders\" (\"tenant_id\", \"id\")");
  }

  @Test
  void the_documentation_says_what_the_tags_say() throws Exception {
    String source = Files.readString(user.resolve(ORDERS.replace('.', '/') + ".java"));
    assertThat(source.replaceAll("\\s+\\* ", " "))
        .contains("How far it is. One of open|in progress|done.")
        .contains("How it is shown. JSON of com.example.Settings.")
        .contains("What somebody wants to buy. Scope: tenant.");
  }

  @Test
  void a_table_carries_its_outline_into_its_class() throws Exception {
    assertThat(Outlines.ofClasses(compiledOf(table()), "com.acme.schema"))
        .containsOnlyKeys("shop.items", "shop.orders")
        .extractingByKey("shop.orders")
        .isEqualTo(
            List.of(
                "croft table shop.orders",
                "scope tenant by tenant_id",
                "column tenant_id uuid not null",
                "column id uuid not null",
                "column status text not null as com.acme.schema.shop.enums.OrdersStatus",
                "column settings jsonb as com.example.Settings",
                "column created_at timestamp with time zone not null",
                "column updated_at timestamp with time zone not null",
                "primary key (tenant_id, id)",
                "foreign key orders_tenant_fk (tenant_id) references public.tenants (id)"));
  }

  private Table<?> table() throws Exception {
    return (Table<?>) classes.constant(ORDERS, "ORDERS");
  }

  private static Path compiledOf(Table<?> table) throws Exception {
    return Path.of(table.getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Path resource(String name) throws Exception {
    return Path.of(TypedColumnsTest.class.getResource("/" + name).toURI());
  }
}
