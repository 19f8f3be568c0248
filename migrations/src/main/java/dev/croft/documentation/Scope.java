package dev.croft.documentation;

import java.util.Locale;

/** Whose rows a table holds, as the tag {@code @scope} of its comment says. */
enum Scope {
  TENANT("Rows of one tenant; a tenant's session sees its own and no others."),
  SHARED("Rows that several tenants know; a tenant's session sees those that it is linked to."),
  GLOBAL("Reference data: every tenant reads it, only the system writes it."),
  SYSTEM("Never visible to a tenant's session."),
  NONE("No scope is declared.");

  final String meaning;

  Scope(String meaning) {
    this.meaning = meaning;
  }

  static Scope of(Relation relation) {
    String word = relation.scope().orElse("").split("\\s", 2)[0];
    for (Scope scope : values()) {
      if (scope.word().equals(word)) {
        return scope;
      }
    }
    return NONE;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
