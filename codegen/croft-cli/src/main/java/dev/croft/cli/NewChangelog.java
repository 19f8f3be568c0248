package dev.croft.cli;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A changelog file to be written.
 *
 * @param name in snake_case, without the time in front
 */
record NewChangelog(String name, String text) {
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Pattern MARK = Pattern.compile("\\p{M}");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final String CREATE = "create_";
  private static final Pattern TABLE_OR_SCHEMA =
      Pattern.compile(
          "create_(?<thing>[a-z_][a-z0-9_]{0,62}?)(?<schema>_schema)?"
              + "(?<!_(index|view|function|procedure|trigger|type|policy|role|extension))");

  static NewChangelog of(String description, String schema, String author) {
    String name = snakeCase(description);
    require(IDENTIFIER.matcher(schema).matches(), "--schema is no plain name of PostgreSQL");
    require(!author.isBlank() && !author.contains(":"), "--author is blank or holds a colon");
    String quoted = author.strip().matches("\\S+") ? author.strip() : "\"" + author.strip() + "\"";
    String begin =
        "--liquibase formatted sql%n%n--changeset %s:%s splitStatements:false%n"
            .formatted(quoted, name);
    return new NewChangelog(name, begin + body(name, schema));
  }

  private static String snakeCase(String description) {
    String name = OTHER.matcher(plain(description)).replaceAll("_");
    String trimmed = name.replaceAll("^_+|_+$", "");
    require(!trimmed.isEmpty(), "the description has no letter a to z");
    require(trimmed.length() <= 100, "the description is longer than 100 letters");
    return trimmed;
  }

  /** Without diacritics, and with {@code ss} for a sharp s, as upper case has it. */
  private static String plain(String description) {
    String upperCase = description.toUpperCase(Locale.ROOT);
    String taken = MARK.matcher(Normalizer.normalize(upperCase, Form.NFKD)).replaceAll("");
    return taken.toLowerCase(Locale.ROOT);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new UsageException("No changelog was written", otherwise, "Choose another.");
    }
  }

  /** The changelog that makes a schema, in which tenants' tables can be made. */
  static NewChangelog ofSchema(String schema, String author) {
    return of(CREATE + schema + "_schema", schema, author);
  }

  /** Whether it makes a table in a schema of its own. */
  boolean needsSchema() {
    return text.contains("croft.tenant_table(") && !text.contains("('public.");
  }

  private static String body(String name, String schema) {
    Matcher create = TABLE_OR_SCHEMA.matcher(name);
    if (!create.matches()) {
      return "\n--rollback not required\n";
    }
    String thing = create.group("thing");
    return create.group("schema") == null ? table(schema, thing) : schema(thing);
  }

  private static String schema(String schema) {
    return """
        create schema SCHEMA;

        --rollback drop schema SCHEMA;
        """
        .replace("SCHEMA", schema);
  }

  private static String table(String schema, String table) {
    return """
        create table SCHEMA.TABLE (
          tenant_id uuid not null,
          id uuid not null default croft.uuid_v7(),
          created_at timestamptz not null default now(),
          updated_at timestamptz not null default now(),
          constraint TABLE_pk primary key (tenant_id, id),
          constraint TABLE_tenant_fk
            foreign key (tenant_id) references public.tenants (id) on delete cascade
        );

        comment on table SCHEMA.TABLE is 'What one row stands for.';
        comment on column SCHEMA.TABLE.tenant_id is 'The tenant that the row belongs to.';
        comment on column SCHEMA.TABLE.id is 'Identifies the row within its tenant.';
        comment on column SCHEMA.TABLE.created_at is 'When the row was written.';
        comment on column SCHEMA.TABLE.updated_at is 'When the row last changed.';

        select croft.tenant_table('SCHEMA.TABLE');

        --rollback drop table SCHEMA.TABLE;
        """
        .replace("SCHEMA", schema)
        .replace("TABLE", table);
  }
}
