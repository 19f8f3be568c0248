package dev.croft.documentation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where in a page something is described: an id, and the fragment of an address as well. */
final class Anchor {
  private Anchor() {}

  static String of(Relation relation) {
    return of(relation.name());
  }

  static String of(Relation relation, Relation.Column column) {
    return of(relation) + "." + encoded(column.name());
  }

  /**
   * @param relation a name with its namespace, so that it has a full stop as no other id of the
   *     page
   */
  static String of(String relation) {
    return encoded(relation);
  }

  static String ofNamespace(String namespace) {
    return "schema-" + encoded(namespace).replace('.', '_');
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
