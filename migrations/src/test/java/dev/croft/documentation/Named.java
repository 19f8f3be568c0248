package dev.croft.documentation;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What there is that a document can name. */
record Named(Set<String> inDatabase) {
  private static final String OBJECTS =
      """
      with base as (
        select c.*, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'auth', 'billing', 'admin', 'croft') and not c.relispartition
      )
      select nspname || '.' || relname from base where relkind in ('r', 'p', 'v')
      union select nspname || '.' || relname || '.' || attname
        from base join pg_attribute on attrelid = base.oid and attnum > 0
        where relkind in ('r', 'p', 'v') and not attisdropped
      union select relname from base where relkind in ('i', 'I')
      union select conname from pg_constraint join base on base.oid = conrelid
      union select 'croft.' || proname || '()' from pg_proc
        where pronamespace = 'croft'::regnamespace
      union select 'rule ' || rule[1] from pg_proc,
        lateral regexp_matches(prosrc, '''([a-z]+(?:-[a-z]+)+)'',', 'g') rule
        where pronamespace = 'croft'::regnamespace and proname like 'broken%rules'
      union select 'role ' || rolname from pg_roles
      union select 'changeset ' || id from croft_migrations.databasechangelog
      """;
  private static final String HERE =
      "dev[.]croft[.](migrations|postgres|documentation|schema)[.][A-Z].*";

  static Named in(BaseDatabase database) {
    return new Named(
        database.texts(OBJECTS).stream().map(List::getFirst).collect(Collectors.toSet()));
  }

  /** Whether it is there; of classes of other modules those modules have to tell. */
  boolean has(String name) {
    if (name.startsWith("page ")) {
      return Files.exists(Coverage.FOLDER.resolve(name.substring("page ".length())));
    }
    return name.startsWith("dev.croft.")
        ? !name.matches(HERE) || isInCode(name)
        : inDatabase.contains(name);
  }

  private static boolean isInCode(String name) {
    String[] parts = name.split("#", -1);
    try {
      Class<?> type = Class.forName(parts[0]);
      return parts.length == 1
          || Arrays.stream(type.getDeclaredMethods())
              .anyMatch(method -> method.getName().equals(parts[1]));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
