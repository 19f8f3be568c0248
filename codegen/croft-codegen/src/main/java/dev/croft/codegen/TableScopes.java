package dev.croft.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scope of every table that gets a class: its tag, checked against its keys. */
final class TableScopes {

  private static final Pattern SHARED =
      Pattern.compile("shared\\s+via\\s+([^\\s.]+)\\.([^\\s.]+)\\.?");

  private final Catalogue catalogue;
  private final Map<TableName, String> tenantColumns;
  private final Map<TableName, Scope> scopes = new TreeMap<>();

  private TableScopes(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.tenantColumns = catalogue.tenantColumns();
  }

  /**
   * @throws UnclassifiedTableException if a comment has no scope
   * @throws ScopeException if a table's scope is unknown, contradictory or not borne out by its
   *     keys
   */
  static TableScopes read(Catalogue catalogue) {
    TableScopes scopes = new TableScopes(catalogue);
    List<TableName> unclassified = new ArrayList<>();
    for (Relation relation : catalogue.relations()) {
      List<String> tags = CommentTags.scopes(relation.comment());
      if (tags.isEmpty()) {
        unclassified.add(relation.name());
      } else {
        scopes.classify(relation, tags);
      }
    }
    if (!unclassified.isEmpty()) {
      throw new UnclassifiedTableException(unclassified);
    }
    return scopes;
  }

  /** Every table that has one. */
  Set<TableName> tables() {
    return scopes.keySet();
  }

  /**
   * @throws IllegalArgumentException if the catalogue had no such table
   */
  Scope of(TableName table) {
    Scope scope = scopes.get(table);
    if (scope == null) {
      throw new IllegalArgumentException("no scope read for table " + table);
    }
    return scope;
  }

  private void classify(Relation relation, List<String> tags) {
    if (tags.size() > 1) {
      throw ScopeException.contradictory(relation.name(), tags);
    }
    Scope scope = scope(relation, tags.getFirst());
    if (!relation.fenced() && scope.isFenced()) {
      throw ScopeException.notFenced(relation);
    }
    scopes.put(relation.name(), scope);
  }

  private Scope scope(Relation relation, String tag) {
    return switch (tag) {
      case "tenant" -> tenant(relation);
      case "global" -> new Scope.GlobalRows();
      case "system" -> new Scope.SystemRows();
      default -> shared(relation, tag);
    };
  }

  private Scope tenant(Relation relation) {
    if (relation.kind() == Relation.Kind.MATERIALIZED_VIEW) {
      throw ScopeException.materialized(relation.name());
    }
    String column = tenantColumns.get(relation.name());
    if (column == null) {
      throw ScopeException.withoutTenantColumn(relation.name());
    }
    return new Scope.TenantRows(column);
  }

  private Scope shared(Relation relation, String tag) {
    Matcher shared = SHARED.matcher(tag);
    if (!shared.matches()) {
      throw ScopeException.unknown(relation.name(), tag);
    }
    TableName link = new TableName(shared.group(1), shared.group(2));
    String linkTenantColumn = tenantColumns.get(link);
    Catalogue.Link reference = catalogue.link(link, relation.name()).orElse(null);
    if (linkTenantColumn == null || reference == null) {
      throw ScopeException.withoutLink(relation.name(), link);
    }
    return new Scope.SharedRows(reference.id(), link, reference.reference(), linkTenantColumn);
  }
}
