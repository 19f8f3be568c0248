package dev.croft.codegen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jooq.tools.StringUtils;

/**
 * A column whose comment says what its values are in Java.
 *
 * @param type as PostgreSQL names it, such as {@code text}
 * @param literals the values of its {@code @enum}, none for {@code @json}
 * @param record the class of its {@code @json}
 */
record TaggedColumn(
    TableName table, String name, String type, List<String> literals, Optional<String> record) {

  private static final Pattern SEPARATOR = Pattern.compile("\\|");

  /** From the texts of the tags, of which one is empty. */
  static TaggedColumn of(
      TableName table, String name, String type, Optional<String> values, Optional<String> record) {
    List<String> literals =
        values.stream().flatMap(SEPARATOR::splitAsStream).map(String::strip).toList();
    return new TaggedColumn(table, name, type, literals, record);
  }

  /** {@code TodosStatus}, of column status of table todos. */
  String enumName() {
    return StringUtils.toCamelCase(table.name() + "_" + name);
  }

  String enumPackage(String packageName) {
    String schema = table.schema().toLowerCase(Locale.ROOT);
    return "%s.%s.enums"
        .formatted(packageName, SourceVersion.isKeyword(schema) ? schema + "_" : schema);
  }

  /** The constants, in the order of the literals. */
  List<String> constants() {
    return literals.stream().map(TaggedColumn::constant).toList();
  }

  private static String constant(String literal) {
    String name = literal.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }

  /** What the literals are said to be in errors. */
  String quoted() {
    return literals.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return table + "." + name;
  }
}
