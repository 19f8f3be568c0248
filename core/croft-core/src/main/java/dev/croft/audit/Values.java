package dev.croft.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jooq.JSONB;
import org.jooq.tools.json.JSONObject;
import org.jooq.tools.json.JSONParser;
import org.jooq.tools.json.ParseException;

/** Names and values as the logs hold them: a flat JSON object. */
final class Values {
  private Values() {}

  static JSONB toJson(Map<String, String> values) {
    return JSONB.valueOf(JSONObject.toJSONString(new TreeMap<>(values)));
  }

  /** Whatever wrote them: a value that is no text comes out as its JSON. */
  static Map<String, String> of(JSONB json) {
    Map<String, String> values = new TreeMap<>();
    try {
      Map<?, ?> parsed = (Map<?, ?>) new JSONParser().parse(json.data());
      parsed.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
      return values;
    } catch (ParseException e) {
      throw new IllegalStateException("PostgreSQL returned jsonb that is not JSON", e);
    }
  }
}
