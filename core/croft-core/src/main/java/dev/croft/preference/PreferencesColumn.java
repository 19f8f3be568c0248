package dev.croft.preference;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.jsonbObject;
import static org.jooq.impl.DSL.key;

import java.util.List;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;

/** A column with preferences. The server puts the object together, and takes it apart. */
record PreferencesColumn(Field<JSONB> column) {
  private static final String THEME = "theme";
  private static final String NOTIFICATIONS = "notifications";
  private static final String EMAIL = "email";
  private static final String PUSH = "push";
  private static final String LANGUAGE = "language";

  /** In the shape that the checks of the tables lay down. */
  static Field<JSONB> value(Preferences preferences) {
    return jsonbObject(
        key(THEME).value(preferences.theme().value()),
        key(NOTIFICATIONS)
            .value(
                jsonbObject(
                    key(EMAIL).value(preferences.notifications().email()),
                    key(PUSH).value(preferences.notifications().push()))),
        key(LANGUAGE).value(preferences.language()));
  }

  List<Field<?>> parts() {
    Field<JSONB> notifications = jsonbGetAttribute(column, inline(NOTIFICATIONS));
    return List.of(
        jsonbGetAttributeAsText(column, inline(THEME)).as(THEME),
        flag(notifications, EMAIL),
        flag(notifications, PUSH),
        jsonbGetAttributeAsText(column, inline(LANGUAGE)).as(LANGUAGE));
  }

  private static Field<Boolean> flag(Field<JSONB> object, String name) {
    return jsonbGetAttributeAsText(object, inline(name)).cast(SQLDataType.BOOLEAN).as(name);
  }

  /** Made of {@link #parts()}. */
  static Preferences toPreferences(Record row) {
    return new Preferences(
        Theme.of(row.get(THEME, String.class)),
        new Notifications(row.get(EMAIL, Boolean.class), row.get(PUSH, Boolean.class)),
        row.get(LANGUAGE, String.class));
  }
}
