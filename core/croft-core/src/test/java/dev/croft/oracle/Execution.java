package dev.croft.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Batch;
import org.jooq.BatchBindStep;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Runs a statement through jOOQ, and tells what came of it as text. */
final class Execution {
  /** What the control may show at most; the others show all. */
  private static final int SHOWN = 500;

  private final DSLContext dsl;
  private final Way way;
  private final Building building;

  Execution(DSLContext dsl, UUID tenant, Way way) {
    this.dsl = dsl;
    this.way = way;
    this.building = new Building(dsl, tenant, way.holdsPolicy());
  }

  String run(Statement statement) {
    return switch (statement) {
      case Statement.Read read -> read(read);
      case Statement.Change change -> run(building.writes().build(change.write()));
      case Statement.Batch batch -> Arrays.toString(batch(batch).execute());
      case Statement.Row row -> new RecordLife(dsl, building).run(row);
    };
  }

  private String run(Query query) {
    return query instanceof ResultQuery<?> returning
        ? text(returning.fetch())
        : query.execute() + " rows";
  }

  private String read(Statement.Read read) {
    Select<Record> select = building.queries().outermost(read);
    if (way == Way.NONE) {
      select.maxRows(SHOWN);
    }
    return switch (Changes.in(read) ? Statement.Form.FETCH : read.form()) {
      case FETCH -> text(select.fetch());
      case COUNT -> dsl.fetchCount(select) + " counted";
      case EXISTS -> dsl.fetchExists(select) ? "there are rows" : "there are none";
      case CURSOR -> cursor(select);
      case STREAM -> stream(select);
    };
  }

  private static String cursor(Select<Record> select) {
    List<Record> records = new ArrayList<>();
    try (Cursor<Record> cursor = select.fetchLazy()) {
      cursor.forEach(records::add);
    }
    return text(records);
  }

  private static String stream(Select<Record> select) {
    try (Stream<Record> records = select.fetchStream()) {
      return text(records.toList());
    }
  }

  private Batch batch(Statement.Batch batch) {
    InsertBuilder inserts = new InsertBuilder(building);
    Table<Record> table = batch.target().records();
    List<Field<?>> fields = inserts.fields(batch.target(), batch.owner());
    List<List<Object>> rows =
        batch.rows().stream()
            .map(row -> inserts.values(batch.target(), row, batch.owner()))
            .toList();
    if (batch.kind() == Statement.Kind.RECORDS) {
      return dsl.batchInsert(
          rows.stream().map(row -> RecordLife.record(dsl, batch.target(), fields, row)).toList());
    }
    Object[] none = new Object[fields.size()];
    BatchBindStep step = dsl.batch(dsl.insertInto(table, fields).values(none));
    for (List<Object> row : rows) {
      step = step.bind(row.toArray());
    }
    return step;
  }

  static String text(Collection<? extends Record> records) {
    return records.stream().map(Execution::text).sorted().toList().toString();
  }

  private static String text(Record record) {
    return Stream.of(record.intoArray()).map(Execution::text).toList().toString();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Result<?> nested -> text((Collection<? extends Record>) nested);
      case Record nested -> text(nested);
      case UUID id -> Ids.isGiven(id) ? id.toString().substring(30) : "new";
      case UUID[] ids -> Stream.of(ids).map(Execution::text).toList().toString();
      default -> value.toString();
    };
  }
}
