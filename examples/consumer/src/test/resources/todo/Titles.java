package com.example;

import static com.example.schema.content.tables.Todos.TODOS;

import dev.croft.session.TenantSession;
import java.util.List;

/** What a feature asks: compiled against the classes that the plugin generated. */
final class Titles {
  private Titles() {}

  static List<String> of(TenantSession session) {
    return session.dsl().select(TODOS.TITLE).from(TODOS).fetch(TODOS.TITLE);
  }
}
