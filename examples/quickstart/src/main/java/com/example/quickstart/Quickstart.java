package com.example.quickstart;

import com.example.todo.Todo;
import com.example.todo.TodoRepository;
import dev.croft.Croft;
import dev.croft.migrations.ChangesetId;
import dev.croft.migrations.Migrator;
import dev.croft.postgres.PostgresDatabase;
import dev.croft.postgres.PostgresServer;
import dev.croft.session.TenantSession;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Two tenants on one database: what each does, the SQL that runs, and what is refused. */
public final class Quickstart {
  private final Transcript transcript;

  private Quickstart(Transcript transcript) {
    this.transcript = transcript;
  }

  /**
   * Tells the story on standard output.
   *
   * @throws IllegalStateException if a tenant reached another one's rows
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (PostgresServer server = PostgresServer.start()) {
      if (!tell(server, out)) {
        throw new IllegalStateException("A fence did not hold: see the transcript.");
      }
    }
  }

  /** Tells the story; returns whether every attempt to reach another tenant failed. */
  static boolean tell(PostgresServer server, PrintStream out) {
    Transcript transcript = new Transcript(out);
    try (PostgresDatabase database = server.createDatabase();
        SqlEcho echo = SqlEcho.to(transcript::sql)) {
      echo.start();
      return new Quickstart(transcript).tell(server, database);
    }
  }

  private boolean tell(PostgresServer server, PostgresDatabase database) {
    transcript.chapter("Croft: two tenants on one PostgreSQL, and the fences between them");
    transcript.blank();
    transcript.say(
        "The SQL is what tenant sessions ran, without its double quotes; ? is a bind variable. A"
            + " long list of columns is shown once, then shortened. Each statement went out together"
            + " with one that names the tenant to row-level security.");
    migrate(server, database);
    Site site = Site.on(database);
    try (Croft croft = open(site)) {
      Cast cast = assemble(croft);
      Todo fence = new AcmeStory(transcript, croft.tenant(cast.acme()), cast).tell();
      TenantSession globex = croft.tenant(cast.globex());
      Attempts attempts = new GlobexStory(transcript, globex, cast, fence).tell(site);
      return end(croft, cast, fence, attempts);
    }
  }

  private void migrate(PostgresServer server, PostgresDatabase database) {
    transcript.step(
        "PostgreSQL %d starts, and its changelogs are applied".formatted(server.majorVersion()));
    List<ChangesetId> applied = Migrator.of(database, "db/changelog.xml").apply();
    long ours = applied.stream().filter(id -> id.file().startsWith("db/")).count();
    transcript.say(
        "%d changesets of Croft's base schema, then %d of this example: content.todos."
            .formatted(applied.size() - ours, ours));
    transcript.say("They run as the database's owner, who is no superuser.");
  }

  private Croft open(Site site) {
    transcript.step("Croft opens with two logins, neither of which is the owner");
    transcript.say("A member of croft_app, for tenant sessions: row-level security binds it.");
    transcript.say("A member of croft_admin, for system sessions.");
    return Croft.open(site.config());
  }

  private Cast assemble(Croft croft) {
    transcript.step("A system session creates two tenants, four people, and five memberships");
    transcript.say("It is not fenced; it takes other credentials, and a reason that is recorded.");
    transcript.say("Each tenant gets roles, a plan and an administrator in one transaction.");
    Cast cast = Cast.assemble(croft);
    transcript.rows(
        List.of(
            List.of("acme", "ann@example.com", "bob@example.com", "max@example.com"),
            List.of("globex", "eve@example.com", "", "max@example.com")));
    return cast;
  }

  private boolean end(Croft croft, Cast cast, Todo fence, Attempts attempts) {
    transcript.step("Acme's todo is as acme left it");
    boolean unchanged = TodoRepository.in(croft.tenant(cast.acme())).get(fence.id()).equals(fence);
    transcript.blank();
    transcript.say(
        "%d attempts to reach another tenant, %d succeeded; acme's todo is %s."
            .formatted(attempts.made(), attempts.succeeded(), unchanged ? "unchanged" : "CHANGED"));
    return unchanged && attempts.succeeded() == 0;
  }
}
