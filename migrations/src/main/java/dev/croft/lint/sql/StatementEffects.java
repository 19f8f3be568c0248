package dev.croft.lint.sql;

import dev.croft.lint.sql.Effect.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_index_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Define_partitionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Delete_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_alterContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_createContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_dropContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Session_local_optionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_stmt_for_psqlContext;

/** What a statement does. */
final class StatementEffects {
  private StatementEffects() {}

  static boolean isDefinition(StatementContext statement) {
    Schema_statementContext schema = statement.schema_statement();
    return schema != null
        && (schema.schema_create() == null || schema.schema_create().set_statement() == null);
  }

  static List<Effect> of(StatementContext statement) {
    if (statement.data_statement() != null) {
      return ofData(statement.data_statement()).toList();
    }
    if (statement.script_statement() != null) {
      return ScriptEffects.of(statement.script_statement()).toList();
    }
    Schema_statementContext schema = statement.schema_statement();
    if (schema.schema_create() != null) {
      return ofCreate(schema.schema_create()).toList();
    }
    return schema.schema_alter() == null
        ? ofDrop(schema.schema_drop()).toList()
        : ofAlter(schema.schema_alter()).toList();
  }

  private static Stream<Effect> ofData(Data_statementContext data) {
    return data.select_stmt() == null ? ofChange(data) : FenceEffects.of(data);
  }

  private static Stream<Effect> ofChange(Data_statementContext data) {
    return Stream.of(
            Optional.ofNullable(data.insert_stmt_for_psql()).map(it -> it.insert_table_name),
            Optional.ofNullable(data.update_stmt_for_psql()).map(it -> it.update_table_name),
            Optional.ofNullable(data.delete_stmt_for_psql()).map(it -> it.delete_table_name),
            Optional.ofNullable(data.merge_stmt_for_psql()).map(it -> it.merge_table_name))
        .flatMap(Optional::stream)
        .flatMap(
            table ->
                Stream.concat(
                    Stream.of(
                        on(isOfEveryRow(data) ? Kind.CHANGE_EVERY_ROW : Kind.CHANGE_ROWS, table)),
                    data.insert_stmt_for_psql() == null
                        ? Stream.of(on(Kind.SEEK_ROWS, table))
                        : Stream.empty()));
  }

  private static boolean isOfEveryRow(Data_statementContext data) {
    Update_stmt_for_psqlContext update = data.update_stmt_for_psql();
    Delete_stmt_for_psqlContext delete = data.delete_stmt_for_psql();
    return (update != null && update.WHERE() == null && update.FROM() == null)
        || (delete != null && delete.WHERE() == null && delete.USING() == null);
  }

  private static Stream<Effect> ofCreate(Schema_createContext create) {
    if (create.create_table_statement() != null) {
      return ofTable(create.create_table_statement());
    }
    if (create.create_table_as_statement() != null) {
      return Stream.of(on(Kind.CREATE_TABLE, create.create_table_as_statement().name));
    }
    if (create.create_index_statement() != null) {
      return ofIndex(create.create_index_statement());
    }
    if (create.create_trigger_statement() != null) {
      return Stream.of(on(Kind.OTHER_LOCK, create.create_trigger_statement().table_name));
    }
    if (create.create_view_statement() != null) {
      return Stream.of(on(Kind.CREATE_VIEW, create.create_view_statement().name));
    }
    if (create.create_policy_statement() != null) {
      return locked(create.create_policy_statement().schema_qualified_name());
    }
    return create.set_statement() == null ? Stream.empty() : ofSetting(create.set_statement());
  }

  private static Stream<Effect> ofTable(Create_table_statementContext table) {
    Define_partitionContext partition = table.define_table().define_partition();
    Stream<Effect> creation =
        Stream.concat(
            Stream.of(on(Kind.CREATE_TABLE, table.name)),
            partition == null ? Stream.empty() : locked(partition.parent_table));
    return table.if_not_exists() == null
        ? creation
        : Stream.concat(Stream.of(on(Kind.CREATE_UNLESS_THERE, table.name)), creation);
  }

  private static Stream<Effect> ofIndex(Create_index_statementContext index) {
    String table = Words.qualified(index.table_name);
    String name = index.name == null ? "" : Words.folded(index.name);
    return index.CONCURRENTLY() == null
        ? Stream.of(Effect.of(Kind.BUILD_INDEX, table, name, SafeSteps.ofIndex(index)))
        : Stream.of(Effect.of(Kind.BUILD_INDEX_CONCURRENTLY, table, name), needsNone());
  }

  private static Stream<Effect> ofSetting(Set_statementContext set) {
    Session_local_optionContext option = set.set_action().session_local_option();
    boolean isLockTimeout =
        option != null
            && option.config_param != null
            && option.set_statement_value() != null
            && option.config_param.getText().toLowerCase(Locale.ROOT).equals("lock_timeout");
    Stream<Effect> lockTimeout =
        isLockTimeout
            ? Stream.of(
                Effect.of(Kind.SET_LOCK_TIMEOUT, "", Words.of(option.set_statement_value())))
            : Stream.empty();
    boolean isForSession = option != null && set.set_action().LOCAL() == null;
    return isForSession
        ? Stream.concat(lockTimeout, Stream.of(Effect.of(Kind.SET_FOR_SESSION, "", "")))
        : lockTimeout;
  }

  private static Stream<Effect> ofAlter(Schema_alterContext alter) {
    if (alter.alter_table_statement() != null) {
      return AlterTableEffects.of(alter.alter_table_statement());
    }
    if (alter.alter_policy_statement() != null) {
      return locked(alter.alter_policy_statement().schema_qualified_name());
    }
    Alter_schema_statementContext schema = alter.alter_schema_statement();
    return schema != null && schema.rename_to() != null
        ? Stream.of(Effect.of(Kind.RENAME_SCHEMA, "", Words.folded(schema.identifier())))
        : ViewEffects.ofAlter(alter);
  }

  private static Stream<Effect> ofDrop(Schema_dropContext drop) {
    if (drop.drop_trigger_statement() != null) {
      return Stream.of(on(Kind.OTHER_LOCK, drop.drop_trigger_statement().table_name));
    }
    if (drop.drop_policy_statement() != null) {
      return locked(drop.drop_policy_statement().schema_qualified_name());
    }
    Drop_statementsContext objects = drop.drop_statements();
    return objects == null ? Stream.empty() : ofDrop(objects);
  }

  private static Stream<Effect> ofDrop(Drop_statementsContext objects) {
    Stream<Schema_qualified_nameContext> names =
        objects
            .if_exist_names_restrict_cascade()
            .names_references()
            .schema_qualified_name()
            .stream();
    if (objects.TABLE() != null) {
      return names.map(table -> on(Kind.DROP_TABLE, table));
    }
    if (objects.VIEW() != null) {
      return names.map(view -> on(Kind.DROP_VIEW, view));
    }
    if (objects.SCHEMA() != null) {
      return names.map(schema -> Effect.of(Kind.DROP_SCHEMA, "", Words.qualified(schema)));
    }
    if (objects.INDEX() == null) {
      return Stream.empty();
    }
    return objects.CONCURRENTLY() == null
        ? names.map(index -> Effect.of(Kind.DROP_INDEX, "", Words.qualified(index)))
        : Stream.of(needsNone());
  }

  private static Stream<Effect> locked(Schema_qualified_nameContext table) {
    return Stream.of(on(Kind.OTHER_LOCK, table));
  }

  static Effect needsNone() {
    return Effect.of(Kind.NEEDS_NO_TRANSACTION, "", "");
  }

  static Effect on(Kind kind, Schema_qualified_nameContext table) {
    return Effect.of(kind, Words.qualified(table), "");
  }
}
