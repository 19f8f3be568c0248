package dev.croft.audit;

import static org.jooq.JSONFormat.RecordFormat.OBJECT;

import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.JSONFormat;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Names and values as the logs hold them: a flat JSON object, as jOOQ formats and reads a row. */
record Values(DSLContext dsl) {
  private static final JSONFormat FORMAT = JSONFormat.DEFAULT_FOR_RECORDS.recordFormat(OBJECT);

  JSONB toJson(Map<String, String> values) {
    Field<?>[] fields =
        values.keySet().stream()
            .map(name -> DSL.field(DSL.name(name), SQLDataType.CLOB))
            .toArray(Field[]::new);
    Record row = dsl.newRecord(fields);
    row.fromArray(values.values().toArray());
    return JSONB.valueOf(row.formatJSON(FORMAT));
  }

  /** Whatever wrote them: a value that is no text comes out as some text. */
  Map<String, String> of(JSONB json) {
    Record row = dsl.fetchFromJSON("[" + json.data() + "]").getFirst();
    Map<String, String> values = new TreeMap<>();
    for (Field<?> field : row.fields()) {
      values.put(field.getName(), String.valueOf(row.get(field)));
    }
    return values;
  }
}
