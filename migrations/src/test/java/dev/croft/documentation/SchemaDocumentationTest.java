package dev.croft.documentation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final Pattern LINK = Pattern.compile(" href=\"#([^\"]+)\"");
  private static final String HOSTILE = "<script>alert(1)</script>|`x`\n# head \"'&amp;";

  private static final BaseDatabase DATABASE =
      BaseDatabase.after(
          "create schema shop",
          "comment on schema shop is 'What is sold.'",
          """
          create table shop.orders (
            id uuid not null default croft.uuid_v7(),
            buyer text check (buyer <> ''),
            amount numeric(10, 2) not null default 0,
            doubled numeric generated always as (amount * 2) stored,
            constraint orders_pk primary key (id))
          """,
          "comment on table shop.orders is E'An order.\\n@scope system\\n@append-only'",
          "comment on column shop.orders.buyer is E'Who buys.\\n@pii contact'",
          """
          create table shop.items (
            order_id uuid not null constraint items_order_fk
              references shop.orders (id) on delete cascade,
            place int not null,
            name text not null,
            constraint items_pk primary key (order_id, place))
          """,
          "create index items_name_idx on shop.items (lower(name)) where place > 1",
          "alter table shop.items enable row level security",
          "create policy own on shop.items as restrictive for update to croft_app using (place > 0)",
          "grant select, update (name, place) on shop.items to croft_app",
          """
          create trigger keep before update on shop.items for each row
          execute function croft.set_updated_at()
          """,
          "create view shop.names with (security_invoker) as select i.name from shop.items i",
          "create schema \"od<d\"",
          "create table \"od<d\".\"a|b `c`\" (\"x\"\" y\" int primary key, \"<b>\" text[])",
          "comment on table \"od<d\".\"a|b `c`\" is '%s'".formatted(HOSTILE.replace("'", "''")),
          "comment on column \"od<d\".\"a|b `c`\".\"<b>\" is '%s'"
              .formatted(HOSTILE.replace("'", "''")));

  @AfterAll
  static void drop() {
    DATABASE.close();
  }

  private static SchemaDocumentation of(String... namespaces) {
    return SchemaDocumentation.of(DATABASE.connection(), List.of(namespaces));
  }

  @Test
  void markdown_tells_all_that_the_catalogue_knows() {
    String text = of("shop").markdown("Shop");
    assertThat(text)
        .startsWith(
            "<!-- Written by croft docs. -->\n\n# Shop\n\n3 tables and views, 8 columns, 1 of")
        .endsWith(
            """
            ## `shop`

            What is sold.

            ```mermaid
            erDiagram
              orders ||--o{ items : "order_id"
              items {
                uuid order_id PK, FK
                integer place PK
                text name
              }
              orders {
                uuid id PK
                text buyer "optional"
                numeric amount
              }
            ```

            ### `shop.items`

            Table, no scope.

            | Column | Type | Null | Default | Personal data | Description |
            | --- | --- | --- | --- | --- | --- |
            | `order_id` PK FK | `uuid` |  |  |  |  |
            | `place` PK | `integer` |  |  |  |  |
            | `name` | `text` |  |  |  |  |

            #### Keys and constraints

            | Name | Definition |
            | --- | --- |
            | `items_pk` | `PRIMARY KEY (order_id, place)` |
            | `items_order_fk` | `FOREIGN KEY (order_id) REFERENCES shop.orders(id) ON DELETE CASCADE` |

            #### Indexes

            | Name | Definition |
            | --- | --- |
            | `items_pk` | unique `USING btree (order_id, place)` |
            | `items_name_idx` | `USING btree (lower(name)) WHERE (place > 1)` |

            #### Policies

            Row security is enabled, not forced: the owner sees every row.

            | Policy | Kind | Command | Roles | Using | With check |
            | --- | --- | --- | --- | --- | --- |
            | `own` | restrictive | update | `croft_app` | `(place > 0)` |  |

            #### Grants

            | Role | Privileges |
            | --- | --- |
            | `croft_app` | `select`, `update (place, name)` |

            #### Triggers

            | Name | Definition |
            | --- | --- |
            | `keep` | `CREATE TRIGGER keep BEFORE UPDATE ON shop.items FOR EACH ROW EXECUTE FUNCTION croft.set_updated_at()` |

            ### `shop.names`

            View, no scope, security invoker.

            | Column | Type | Null | Default | Personal data | Description |
            | --- | --- | --- | --- | --- | --- |
            | `name` | `text` | null |  |  |  |

            #### Query

            `SELECT name FROM shop.items i;`

            ### `shop.orders`

            An order.

            Table, scope system, append-only.

            | Column | Type | Null | Default | Personal data | Description |
            | --- | --- | --- | --- | --- | --- |
            | `id` PK | `uuid` |  | `croft.uuid_v7()` |  |  |
            | `buyer` | `text` | null |  | contact | Who buys. |
            | `amount` | `numeric(10,2)` |  | `0` |  |  |
            | `doubled` | `numeric` | null | `computed: (amount * (2)::numeric)` |  |  |

            #### Keys and constraints

            | Name | Definition |
            | --- | --- |
            | `orders_pk` | `PRIMARY KEY (id)` |
            | `orders_buyer_check` | `CHECK ((buyer <> ''::text))` |

            #### Referenced by

            | Table | Columns | Foreign key |
            | --- | --- | --- |
            | `shop.items` | `order_id` | `items_order_fk` |

            #### Indexes

            | Name | Definition |
            | --- | --- |
            | `orders_pk` | unique `USING btree (id)` |

            #### Policies

            Row security is not enabled.
            """);
  }

  @Test
  void html_tells_as_much() {
    assertThat(of("shop").html("Shop"))
        .contains("<title>Shop</title>", "<h1 id=\"overview-title\">Shop</h1>")
        .contains("security invoker", "append-only", "<code>orders_buyer_check</code>")
        .contains("<code>update (place, name)</code>", "<code>(place &gt; 0)</code>")
        .contains("<code>USING btree (lower(name)) WHERE (place &gt; 1)</code>")
        .contains("<code>computed: (amount * (2)::numeric)</code>", "CREATE TRIGGER keep")
        .contains("shop.items (order_id) → shop.orders", "enabled, not forced");
  }

  @Test
  void what_a_comment_or_a_name_holds_is_text_and_no_more() {
    SchemaDocumentation odd = of("od<d");
    assertThat(odd.html("<i>"))
        .doesNotContain("<script>alert", "<b>", "<i>", "od<d", "&amp;amp;amp;")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;|`x`\n# head &quot;&#39;&amp;amp;");
    assertThat(odd.markdown("<i>"))
        .doesNotContain("<script", "<i>", "\n# head")
        .contains("# &#60;i&#62;\n")
        .contains(
            """
            | `<b>` | `text[]` | null |  |  | &#60;script&#62;alert(1)&#60;/script&#62;&#124;\\`x\\` \\# head &#34;'&#38;amp; |
            """)
        .contains(
            """
              xa_b__c__%08x["a|b #96;c#96;"] {
            """
                .formatted("a|b `c`".hashCode())
                .replace("a|b #96;c#96;", "a|b#32;#96;c#96;"));
  }

  @Test
  void every_link_of_the_page_leads_somewhere_and_no_id_is_twice() {
    String page = of().html("All");
    List<String> ids = ID.matcher(page).results().map(found -> found.group(1)).toList();
    Set<String> links = LINK.matcher(page).results().map(found -> found.group(1)).collect(toSet());
    assertThat(ids).doesNotHaveDuplicates().containsAll(links);
    assertThat(links)
        .contains("auth.roles", "public.users.email_address", "schema-billing")
        .contains("od%3Cd.a%7Cb%20%60c%60");
  }

  @Test
  void nothing_is_left_out_of_the_base_schema() {
    SchemaDocumentation all = of();
    assertThat(all.namespaces())
        .containsExactly("public", "admin", "auth", "billing", "croft", "od<d", "shop");
    assertThat(all.relations())
        .isEqualTo(BaseSchema.tables().size() + BaseSchema.views().size() + 4);
    assertThat(all.lastChangeset().orElseThrow()).startsWith("croft/changelog/");
    assertThat(all.version()).startsWith(PostgresServer.shared().majorVersion() + ".");
    assertThat(all.personalColumns()).isGreaterThan(20);
  }

  @Test
  void the_same_catalogue_gives_the_same_bytes() {
    assertThat(of().html("All")).isEqualTo(of().html("All"));
    assertThat(of().markdown("All")).isEqualTo(of().markdown("All"));
  }

  @Test
  void a_schema_that_is_not_there_is_named() {
    assertThatThrownBy(() -> of("shop", "shoop"))
        .isInstanceOf(DocumentationException.class)
        .hasMessage(
            "The schema was not documented: there is no schema shoop. Those with tables are"
                + " public, admin, auth, billing, croft, od<d, shop.");
  }

  @Test
  void a_broken_connection_is_no_silence() throws SQLException {
    try (PostgresDatabase empty = PostgresServer.shared().createDatabase()) {
      Connection closed = empty.connect();
      closed.close();
      assertThatThrownBy(() -> SchemaDocumentation.of(closed, List.of()))
          .hasMessage(
              "The schema was not documented: the catalogue could not be read, This connection has"
                  + " been closed. See that the server runs, and is PostgreSQL 15 or later.");
    }
  }

  @Test
  void a_login_without_privileges_reads_it_and_leaves_its_connection_as_it_was()
      throws SQLException {
    try (PostgresDatabase database = PostgresServer.shared().createDatabase();
        Connection owner = database.connect();
        Statement change = owner.createStatement();
        Connection stranger = database.connect(database.createLogin("pg_monitor"));
        Statement question = stranger.createStatement()) {
      change.execute(
          "create schema croft_migrations; create table croft_migrations.databasechangelog ()");
      change.execute("create table public.one (id int)");
      SchemaDocumentation read = SchemaDocumentation.of(stranger, List.of());
      assertThat(read.lastChangeset()).isEmpty();
      assertThat(read.relations()).isEqualTo(1);
      assertThat(stranger.getAutoCommit()).isTrue();
      try (ResultSet path = question.executeQuery("show search_path")) {
        path.next();
        assertThat(path.getString(1)).isEqualTo("\"$user\", public");
      }
    }
  }

  @Test
  void an_empty_database_has_a_page_too() {
    try (PostgresDatabase empty = PostgresServer.shared().createDatabase();
        Connection connection = empty.connect()) {
      SchemaDocumentation nothing = SchemaDocumentation.of(connection, List.of());
      assertThat(nothing.html("Nothing")).contains("<h1 id=\"overview-title\">Nothing</h1>");
      assertThat(nothing.markdown("Nothing")).contains("0 tables and views");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_description_knows_itself() {
    SchemaDocumentation shop = of("shop");
    assertThat(List.of(shop.html("Shop"), shop.markdown("Shop")))
        .allMatch(SchemaDocumentation::isItself);
    assertThat(List.of("", "# Shop\n", "<!DOCTYPE html><html></html>"))
        .noneMatch(SchemaDocumentation::isItself);
  }
}
