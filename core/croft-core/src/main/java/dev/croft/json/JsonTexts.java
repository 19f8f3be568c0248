package dev.croft.json;

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

/** Names and texts as a column holds them: a flat JSON object, as jOOQ formats and reads a row. */
public final class JsonTexts {
  private static final JSONFormat FORMAT = JSONFormat.DEFAULT_FOR_RECORDS.recordFormat(OBJECT);

  private JsonTexts() {}

  /** The object with these names and texts. */
  public static JSONB format(DSLContext dsl, Map<String, String> texts) {
    Field<?>[] fields =
        texts.keySet().stream()
            .map(name -> DSL.field(DSL.name(name), SQLDataType.CLOB))
            .toArray(Field[]::new);
    Record row = dsl.newRecord(fields);
    row.fromArray(texts.values().toArray());
    return JSONB.valueOf(row.formatJSON(FORMAT));
  }

  /** Whatever wrote {@code object}: a value that is no text comes out as some text. */
  public static Map<String, String> parse(DSLContext dsl, JSONB object) {
    Record row = dsl.fetchFromJSON("[" + object.data() + "]").getFirst();
    Map<String, String> texts = new TreeMap<>();
    for (Field<?> field : row.fields()) {
      texts.put(field.getName(), String.valueOf(row.get(field)));
    }
    return texts;
  }
}
