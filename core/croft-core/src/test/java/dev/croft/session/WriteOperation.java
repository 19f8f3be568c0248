package dev.croft.session;

import static dev.croft.schema.auth.Tables.ROLES;
import static dev.croft.session.WrittenRow.columns;
import static dev.croft.session.WrittenRow.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.croft.schema.auth.Keys;
import dev.croft.schema.auth.tables.records.RolesRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertSetMoreStep;
import org.jooq.Loader;
import org.jooq.LoaderSourceStep;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A way to write, or to read again, the row of a role; each gives the number of its rows. */
enum WriteOperation {
  INSERT((dsl, row) -> insert(dsl, row).execute()),

  BULK_INSERT((dsl, row) -> inserts(dsl, row).execute()),

  INSERT_FROM_SELECT(WriteOperation::insertFromSelect),

  INSERT_FROM_UNNEST(WriteOperation::insertFromUnnest),

  INSERT_OR_IGNORE((dsl, row) -> insert(dsl, row).onConflictDoNothing().execute()),

  UPSERT(
      (dsl, row) ->
          insert(dsl, row)
              .onConflict(ROLES.TENANT_ID, ROLES.ID)
              .doUpdate()
              .set(ROLES.DESCRIPTION, DSL.excluded(ROLES.DESCRIPTION))
              .execute()),

  UPSERT_OF_ALL_COLUMNS(
      (dsl, row) ->
          insert(dsl, row)
              .onConflict(ROLES.TENANT_ID, ROLES.ID)
              .doUpdate()
              .setAllToExcluded()
              .execute()),

  UPSERT_ON_DUPLICATE_KEY(
      (dsl, row) ->
          insert(dsl, row).onDuplicateKeyUpdate().set(ROLES.DESCRIPTION, "written").execute()),

  UPSERT_ON_CONSTRAINT(
      (dsl, row) ->
          insert(dsl, row)
              .onConflictOnConstraint(Keys.ROLES_PK)
              .doUpdate()
              .set(ROLES.DESCRIPTION, "written")
              .execute()),

  LOAD((dsl, row) -> load(dsl.loadInto(ROLES), row)),

  LOAD_IN_BATCHES((dsl, row) -> load(dsl.loadInto(ROLES).batchAfter(2), row)),

  LOAD_OR_UPDATE((dsl, row) -> load(dsl.loadInto(ROLES).onDuplicateKeyUpdate(), row)),

  BATCH_OF_BOUND_VALUES(WriteOperation::batchOfBoundValues),

  BATCH_INSERT((dsl, row) -> sum(dsl.batchInsert(row.companion(), row.fresh()).execute())),

  BATCH_UPDATE((dsl, row) -> sum(dsl.batchUpdate(row.read()).execute())),

  BATCH_STORE((dsl, row) -> sum(dsl.batchStore(row.companion(), row.fresh()).execute())),

  BATCH_MERGE((dsl, row) -> sum(dsl.batchMerge(row.companion(), row.fresh()).execute())),

  BATCH_DELETE((dsl, row) -> sum(dsl.batchDelete(row.read()).execute())),

  UPDATE((dsl, row) -> dsl.update(ROLES).set(row.changes()).where(ROLES.ID.eq(row.id())).execute()),

  UPDATE_BY_KEY(
      (dsl, row) ->
          dsl.update(ROLES).set(ROLES.DESCRIPTION, "written").where(row.condition()).execute()),

  UPDATE_BY_RECORD((dsl, row) -> dsl.executeUpdate(row.read())),

  UPDATE_BY_EXAMPLE(
      (dsl, row) ->
          dsl.update(ROLES).set(ROLES.DESCRIPTION, "written").where(row.likeExample()).execute()),

  DELETE((dsl, row) -> dsl.deleteFrom(ROLES).where(row.condition()).execute()),

  DELETE_BY_RECORD((dsl, row) -> dsl.executeDelete(row.read())),

  DELETE_BY_EXAMPLE((dsl, row) -> dsl.deleteFrom(ROLES).where(row.likeExample()).execute()),

  RECORD_INSERT((dsl, row) -> attached(dsl, row.fresh()).insert()),

  RECORD_STORE((dsl, row) -> attached(dsl, row.read()).store()),

  RECORD_MERGE((dsl, row) -> attached(dsl, row.fresh()).merge()),

  RECORD_REFRESH(WriteOperation::refresh),

  RECORD_DELETE((dsl, row) -> attached(dsl, row.read()).delete());

  @SuppressWarnings("ImmutableEnumChecker")
  private final ToIntBiFunction<DSLContext, WrittenRow> write;

  WriteOperation(ToIntBiFunction<DSLContext, WrittenRow> write) {
    this.write = write;
  }

  int run(DSLContext dsl, WrittenRow row) {
    return write.applyAsInt(dsl, row);
  }

  private static InsertSetMoreStep<RolesRecord> insert(DSLContext dsl, WrittenRow row) {
    return dsl.insertInto(ROLES).set(row.fresh());
  }

  private static InsertSetMoreStep<RolesRecord> inserts(DSLContext dsl, WrittenRow row) {
    return dsl.insertInto(ROLES).set(row.companion()).newRecord().set(row.fresh());
  }

  private static int insertFromSelect(DSLContext dsl, WrittenRow row) {
    RolesRecord fresh = row.fresh();
    List<Field<?>> selected =
        columns(fresh).stream().<Field<?>>map(column -> value(fresh, column)).toList();
    return dsl.insertInto(ROLES).columns(columns(fresh)).select(DSL.select(selected)).execute();
  }

  private static <T> Field<T> value(Record row, Field<T> column) {
    return DSL.val(row.get(column), column);
  }

  /** A bulk: the rows' values come as arrays, a column each. */
  private static int insertFromUnnest(DSLContext dsl, WrittenRow row) {
    RolesRecord fresh = row.fresh();
    List<Field<?>> columns = columns(fresh);
    Table<?> rows = DSL.unnest(new UUID[] {fresh.getId()}).as("rows", "id");
    List<Field<?>> selected =
        columns.stream()
            .<Field<?>>map(
                column ->
                    column.equals(ROLES.ID) ? rows.field("id", UUID.class) : value(fresh, column))
            .toList();
    return dsl.insertInto(ROLES).columns(columns).select(DSL.select(selected).from(rows)).execute();
  }

  private static int load(LoaderSourceStep<RolesRecord> step, WrittenRow row) {
    try {
      Loader<RolesRecord> loader =
          step.loadArrays(Stream.of(new Object[][] {valuesOf(row.fresh()).toArray()}))
              .fields(columns(row.fresh()))
              .execute();
      loader.errors().forEach(error -> rethrow(error.exception()));
      return loader.stored();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rethrow(RuntimeException e) {
    throw e;
  }

  /** The statement names the writer's own tenant; what is bound to it names the row's. */
  private static int batchOfBoundValues(DSLContext dsl, WrittenRow row) {
    var template =
        dsl.insertInto(ROLES)
            .columns(columns(row.companion()))
            .values(valuesOf(row.companion()).toArray());
    return sum(dsl.batch(template).bind(valuesOf(row.fresh()).toArray()).execute());
  }

  private static int refresh(DSLContext dsl, WrittenRow row) {
    RolesRecord refreshed = attached(dsl, row.read());
    refreshed.refresh();
    assertThat(refreshed.getTenantId()).isEqualTo(row.own());
    return 1;
  }

  private static RolesRecord attached(DSLContext dsl, RolesRecord row) {
    row.attach(dsl.configuration());
    return row;
  }

  private static int sum(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
