package dev.croft.documentation;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables and views of a database, described from its catalogue: comments and their tags, keys,
 * constraints, indexes, policies, grants, triggers, and where personal data is.
 *
 * <p>The same catalogue and title give the same bytes. Whatever the catalogue holds is escaped.
 */
public final class SchemaDocumentation {
  private static final int BEGINNING = 1000;

  private final Schema schema;

  private SchemaDocumentation(Schema schema) {
    this.schema = schema;
  }

  /**
   * Reads the catalogue in a transaction that changes nothing.
   *
   * @param connection in auto-commit mode, as any login; the last changeset is left out where the
   *     login may not see it
   * @param namespaces the schemas to describe; if there are none, those with tables or views,
   *     without the server's own, what extensions brought, and the record of changesets
   * @throws DocumentationException if one of them does not exist, or the catalogue cannot be read
   */
  public static SchemaDocumentation of(Connection connection, List<String> namespaces) {
    return new SchemaDocumentation(new SchemaReader(connection).read(List.copyOf(namespaces)));
  }

  /**
   * One page of HTML, which needs no other file and requests none. Its diagrams are laid out by
   * ELK, an optional dependency: {@code org.eclipse.elk:org.eclipse.elk.alg.layered}.
   *
   * @param title the page's heading
   */
  public String html(String title) {
    return new SchemaPage(schema, title).html();
  }

  /**
   * The same in Markdown, with diagrams in Mermaid.
   *
   * @param title the document's heading
   */
  public String markdown(String title) {
    return new SchemaMarkdown(schema, title).text();
  }

  /** Whether the text is a description of a schema, so that a newer one may take its place. */
  public static boolean isItself(String text) {
    String beginning = text.substring(0, Math.min(BEGINNING, text.length()));
    return beginning.startsWith(SchemaMarkdown.BEGINNING)
        || beginning.contains(SchemaPage.GENERATOR.toString());
  }

  /** The schemas that are described, {@code public} first. */
  public Set<String> namespaces() {
    return schema.namespaces().keySet();
  }

  /** How many tables and views there are. */
  public int relations() {
    return schema.relations().size();
  }

  /** How many columns they have. */
  public long columns() {
    return schema.columns();
  }

  /** How many of the columns hold personal data. */
  public long personalColumns() {
    return schema.personalColumns();
  }

  /** The version of PostgreSQL. */
  public String version() {
    return schema.version();
  }

  /** The changeset applied last, as path, author and id; empty if there is no record of it. */
  public Optional<String> lastChangeset() {
    return schema.lastChangeset();
  }
}
