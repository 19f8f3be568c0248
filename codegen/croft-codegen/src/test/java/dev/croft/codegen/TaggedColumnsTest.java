package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaggedColumnsTest {

  private static PostgresDatabase database;

  @BeforeAll
  static void create() {
    database = PostgresServer.shared().createDatabase();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check (state in ('a', 'b'))",
        "check (state = 'a' or state = 'b')",
        "check (state ~ '^[ab]$')",
        "check (state not in ('c', '?')) check (state in ('a', 'b', 'c', '?'))"
      })
  void a_constraint_may_say_the_same_in_any_words(String check) throws SQLException {
    assertThat(columns("text " + check, "What.\n@enum a|b"))
        .singleElement()
        .hasToString("s.t.state")
        .extracting(TaggedColumn::literals)
        .isEqualTo(List.of("a", "b"));
  }

  @Test
  void a_column_without_a_constraint_is_refused() {
    refused("text", "@enum a|b")
        .hasMessage(
            "Column s.t.state may hold what its enum has not: no CHECK constraint of this column"
                + " alone refuses any text, which is not in its @enum tag. Add `check (state in"
                + " ('a', 'b'))`, or the value to the tag.");
  }

  @Test
  void a_value_that_only_the_constraint_has_is_named() {
    refused("text check (state in ('a', 'b', 'c'))", "@enum a|b")
        .hasMessageContaining("refuses 'c', which is not in its @enum tag");
  }

  @Test
  void a_value_that_only_the_tag_has_is_named() {
    refused("text check (state in ('a'))", "@enum a|b")
        .hasMessage(
            "Column s.t.state cannot hold what its enum has: its CHECK constraint refuses 'b',"
                + " which is in its @enum tag. Let `check (state in ('a', 'b'))` say the same as"
                + " the tag.");
  }

  @Test
  void a_number_is_no_enum() {
    refused("int", "@enum 1|2")
        .hasMessage(
            "Column s.t.state cannot be an enum: its comment has an @enum tag, and its type is"
                + " integer. Make it text, with a CHECK constraint.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@enum", "@enum a||b", "@enum a|A", "@enum a b|a-b"})
  void values_must_make_constants(String tag) {
    refused("text", tag).hasMessageContaining("Write @enum open|done.");
  }

  @Test
  void only_jsonb_is_bound_to_a_class() {
    refused("json", "@json com.example.Settings")
        .hasMessage(
            "Column s.t.state cannot be bound to a class: its comment has a @json tag, and its"
                + " type is json. Make it jsonb.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@json", "@json com.example.Settings; }", "@json com.class.Settings"})
  void the_class_is_a_name(String tag) {
    refused("jsonb", tag).hasMessageContaining("which is no name of a class");
  }

  @Test
  void one_tag_is_enough() {
    refused("text", "@enum a|b\n@json com.example.Settings")
        .hasMessage(
            "Column s.t.state has more than one type in Java: its comment has an @enum tag and a"
                + " @json tag, or one of them twice. Keep one.");
  }

  private static AbstractThrowableAssert<?, ?> refused(String type, String comment) {
    return assertThatThrownBy(() -> columns(type, comment)).isInstanceOf(ColumnTagException.class);
  }

  private static List<TaggedColumn> columns(String type, String comment) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("create schema s");
      statement.execute("create table s.t (state " + type + ")");
      statement.execute("comment on column s.t.state is '" + comment + "'");
      return new TaggedColumns(connection).in(List.of("s"));
    }
  }
}
