package dev.croft.lint.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {

  private static String effects(String sql) throws SqlSyntaxException {
    List<String> effects =
        Script.read(sql).stream()
            .flatMap(each -> each.effects().stream())
            .map(each -> "%s %s %s".formatted(each.kind(), each.table(), each.name()).strip())
            .toList();
    return String.join("; ", effects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          create table shop.a (id int)                                  | CREATE_TABLE shop.a
          create table "Shop"."A b" as select 1                         | CREATE_TABLE "Shop"."A b"
          create index on shop.a (b)                                    | BUILD_INDEX shop.a
          create index CONCURRENTLY I on Shop.A (b)                     | BUILD_INDEX_CONCURRENTLY shop.a i; NEEDS_NO_TRANSACTION
          drop index shop.i, shop.j                                     | DROP_INDEX  shop.i; DROP_INDEX  shop.j
          drop index concurrently shop.i                                | NEEDS_NO_TRANSACTION
          alter table shop.a rename to b                                | RENAME_TABLE shop.a
          alter table shop.a set schema b                               | RENAME_TABLE shop.a
          alter table shop.a rename b to c                              | RENAME_COLUMN shop.a b
          alter table shop.a rename constraint b to c                   | OTHER_LOCK shop.a
          alter table shop.a drop constraint if exists c                | DROP_CONSTRAINT shop.a c
          alter table shop.a add b int, drop column c cascade           | ADD_COLUMN shop.a b; DROP_COLUMN shop.a c
          alter table shop.a add b int not null                         | ADD_COLUMN shop.a b; ADD_REQUIRED_COLUMN shop.a b
          alter table shop.a add b int not null default 1               | ADD_COLUMN shop.a b
          alter table shop.a add b timestamptz default now()            | ADD_COLUMN shop.a b
          alter table shop.a add b date default current_date            | ADD_COLUMN shop.a b
          alter table shop.a add b float default random() + 1           | ADD_COLUMN shop.a b; ADD_COMPUTED_COLUMN shop.a b
          alter table shop.a add b uuid default croft.uuid_v7()         | ADD_COLUMN shop.a b; ADD_COMPUTED_COLUMN shop.a b
          alter table shop.a add b bigserial                            | ADD_COLUMN shop.a b; ADD_COMPUTED_COLUMN shop.a b
          alter table shop.a add b int generated always as identity     | ADD_COLUMN shop.a b; ADD_COMPUTED_COLUMN shop.a b
          alter table shop.a add b int generated always as (1) stored   | ADD_COLUMN shop.a b; ADD_COMPUTED_COLUMN shop.a b
          alter table shop.a add b int references shop.b (id)           | ADD_COLUMN shop.a b
          alter table shop.a add b int default 1 references shop.b (id) | ADD_COLUMN shop.a b; ADD_FOREIGN_KEY shop.a
          alter table shop.a add b int references shop.b (id), add c int default 1 | ADD_COLUMN shop.a b; ADD_FOREIGN_KEY shop.a; ADD_COLUMN shop.a c
          create table if not exists shop.a (b int)                     | CREATE_UNLESS_THERE shop.a; CREATE_TABLE shop.a
          create table shop.a partition of shop.b default               | CREATE_TABLE shop.a; OTHER_LOCK shop.b
          alter table shop.a set tablespace fast                        | REWRITE shop.a
          alter table shop.a disable row level security                 | LIFT_ROW_SECURITY shop.a enable
          alter table shop.a no force row level security                | LIFT_ROW_SECURITY shop.a force
          alter table shop.a enable row level security                  | RESTORE_ROW_SECURITY shop.a enable
          alter table shop.a force row level security                   | RESTORE_ROW_SECURITY shop.a force
          create policy p on shop.a using (true)                        | OTHER_LOCK shop.a
          alter policy p on shop.a using (false)                        | OTHER_LOCK shop.a
          drop policy p on shop.a                                       | OTHER_LOCK shop.a
          select croft.tenant_table('Shop.a'), 1                        | FENCE_TABLE shop.a
          select croft.tenant_table(target) from targets                |
          create materialized view shop.v as select 1                   | CREATE_VIEW shop.v
          drop view shop.v, shop.w                                      | DROP_VIEW shop.v; DROP_VIEW shop.w
          drop materialized view shop.v                                 | DROP_VIEW shop.v
          alter view shop.v rename to w                                 | RENAME_TABLE shop.v
          alter view shop.v alter b set default 1                       |
          alter materialized view shop.v set schema b                   | RENAME_TABLE shop.v
          alter schema shop rename to store                             | RENAME_SCHEMA  shop
          refresh materialized view shop.v                              | REWRITE shop.v
          refresh materialized view concurrently shop.v                 |
          alter table shop.a add constraint c check (b > 0)             | ADD_CHECK shop.a c
          alter table shop.a add constraint c check (b > 0) not valid   | ADD_CONSTRAINT_NOT_VALID shop.a c
          alter table shop.a add constraint c check (b is not null) not valid | PROMISE_NOT_NULL shop.a b
          alter table shop.a add constraint c not null b not valid      | PROMISE_NOT_NULL shop.a b
          alter table shop.a add constraint c unique (b)                | ADD_UNIQUE shop.a c
          alter table shop.a add constraint c primary key using index i | OTHER_LOCK shop.a c
          alter table shop.a add constraint c exclude using gist (b with &&) | ADD_UNIQUE shop.a c
          alter table only shop.a validate constraint c                 | VALIDATE_CONSTRAINT shop.a c
          alter table shop.a alter b set not null                       | SET_NOT_NULL shop.a b
          alter table shop.a alter b drop not null                      | OTHER_LOCK shop.a b
          alter table shop.a alter column b set data type text          | CHANGE_TYPE shop.a b
          alter table shop.a set access method heap                     | REWRITE shop.a
          alter table shop.a detach partition shop.b concurrently       | NEEDS_NO_TRANSACTION shop.a
          cluster shop.a using i                                        | REWRITE shop.a
          vacuum full shop.a                                            | NEEDS_NO_TRANSACTION; REWRITE shop.a
          vacuum (full, verbose) shop.a, shop.b                         | NEEDS_NO_TRANSACTION; REWRITE shop.a; REWRITE shop.b
          vacuum (analyze) shop.a                                       | NEEDS_NO_TRANSACTION
          reindex table shop.a                                          | REBUILD_INDEX shop.a
          reindex index shop.i                                          | REBUILD_INDEX  shop.i
          drop schema if exists shop cascade                            | DROP_SCHEMA  shop
          reindex index concurrently shop.i                             | NEEDS_NO_TRANSACTION
          lock table shop.a in share mode                               | OTHER_LOCK shop.a
          insert into shop.a select 1                                   | CHANGE_ROWS shop.a
          with b as (select 1) delete from only shop.a                  | CHANGE_EVERY_ROW shop.a; SEEK_ROWS shop.a
          delete from shop.a using shop.b where true                    | CHANGE_ROWS shop.a; SEEK_ROWS shop.a
          update shop.a set b = 1                                       | CHANGE_EVERY_ROW shop.a; SEEK_ROWS shop.a
          update shop.a set b = c from shop.d                           | CHANGE_ROWS shop.a; SEEK_ROWS shop.a
          reindex (concurrently) table shop.a                           | NEEDS_NO_TRANSACTION
          merge into shop.a using shop.b on true when matched then delete | CHANGE_ROWS shop.a; SEEK_ROWS shop.a
          set local lock_timeout to 2000                                | SET_LOCK_TIMEOUT  2000
          set session lock_timeout = '2s'                               | SET_LOCK_TIMEOUT  '2s'; SET_FOR_SESSION
          set search_path = shop                                        | SET_FOR_SESSION
          set constraints all deferred                                  | ~~
          commit                                                        | CONTROL_TRANSACTION
          drop trigger t on shop.a                                      | OTHER_LOCK shop.a
          """)
  void a_statement_does(String sql, @Nullable String effects) throws SqlSyntaxException {
    assertThat(effects(sql)).isEqualTo(effects == null ? "" : effects);
  }

  @Test
  void what_stands_in_strings_and_comments_is_no_statement() throws SqlSyntaxException {
    assertThat(
            effects(
                """
                -- drop table shop.a;
                /* drop table shop.b; */
                comment on table shop.c is 'drop table shop.d;';
                do $$ begin drop table shop.e; end $$;
                """))
        .isEmpty();
  }

  @Test
  void a_statement_knows_its_line() throws SqlSyntaxException {
    assertThat(Script.read("select 1;\n\n-- two\nselect\n  2;\n"))
        .extracting(Statement::line)
        .containsExactly(1, 4);
  }

  @Test
  void what_is_no_sql_is_refused_with_its_line() {
    assertThatThrownBy(() -> Script.read("select 1;\nalter table shop.a add colum b int x y;"))
        .isInstanceOfSatisfying(
            SqlSyntaxException.class, failure -> assertThat(failure.line()).isEqualTo(2));
  }
}
