package dev.croft.lint;

import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.MigrationListener;
import dev.croft.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Has the fencing functions of a database that is thrown away take every table, so that all that is
 * wrong with one is found, and not what they refuse it for first. A table without the tenant's
 * column, which no policy could be written for, is given one that may be null: that is as wrong.
 */
final class AcceptingFences implements MigrationListener {
  private static final String OF_CROFT = "croft/changelog/";
  private static final String REFUSING = "create_refuse_broken_rules";

  private final PostgresDatabase database;

  AcceptingFences(PostgresDatabase database) {
    this.database = database;
  }

  @Override
  public void finished(ChangesetId changeset) {
    if (changeset.id().equals(REFUSING) && changeset.file().startsWith(OF_CROFT)) {
      accept();
    }
  }

  private void accept() {
    try (Connection owner = database.connect();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          create or replace function croft.refuse_broken_rules(
              target regclass,
              scope text,
              tenant_column name default 'tenant_id',
              link regclass default null)
            returns void
            language plpgsql volatile
            set search_path = ''
          as $function$
          begin
            if scope = 'tenant' then
              execute pg_catalog.format(
                  'alter table %s add column if not exists %I uuid', target, tenant_column);
            end if;
          end
          $function$;
          """);
    } catch (SQLException e) {
      throw new CatalogueUnreadableException(e);
    }
  }
}
