package dev.croft.codegen;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaGenerator;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Writes table classes that know their scope. jOOQ makes it by name; a generator of your own
 * extends it, and calls what it overrides.
 */
public class TableGenerator extends JavaGenerator {

  private @Nullable TableScopes scopes;

  /** Made by jOOQ. */
  public TableGenerator() {}

  /** Before the first file is written, for jOOQ's configuration may leave out what is needed. */
  @Override
  public void generate(Database database) {
    scopes = TableScopes.read(new Catalogue(database.create()));
    new Fence(database, scopes).check(schema -> NamingStrategy.isBase(database, schema));
    super.generate(database);
  }

  @Override
  protected JavaWriter newJavaWriter(File file, @Nullable Mode mode) {
    return new JavadocWriter(file, generateFullyQualifiedTypes(), targetEncoding, mode);
  }

  @Override
  protected void printClassJavadoc(JavaWriter out, Definition definition) {
    String comment = definition.getComment();
    printClassJavadoc(
        out,
        comment == null || comment.isBlank()
            ? "<code>%s</code>.".formatted(escapeEntities(definition.getQualifiedOutputName()))
            : escapeEntities(comment));
  }

  @Override
  protected void printClassJavadoc(JavaWriter out, String comment) {
    super.printClassJavadoc(out, JavadocWriter.text(comment));
  }

  /** The nested path class hides that of a table of the same name in another schema. */
  @Override
  protected void generateTable(TableDefinition table, JavaWriter out) {
    table.getDatabase().getTables().stream()
        .filter(other -> !other.equals(table))
        .filter(other -> className(other, Mode.DEFAULT).equals(className(table, Mode.DEFAULT)))
        .map(other -> getStrategy().getFullJavaClassName(other) + "." + className(other, Mode.PATH))
        .forEach(hidden -> out.addFullyQualifiedTypes(Pattern.quote(hidden)));
    super.generateTable(table, out);
  }

  private String className(TableDefinition table, Mode mode) {
    return getStrategy().getJavaClassName(table, mode);
  }

  @Override
  protected void generateTableClassFooter(TableDefinition table, JavaWriter out) {
    printOutline(table, out);
    String scopeType = out.ref("dev.croft.isolation.TableScope");
    out.overrideInherit();
    out.println("public %s scope() {", scopeType);
    out.println("return %s.%s;", scopeType, call(table, out));
    out.println("}");
  }

  /** Constant, so that it is found in the class file. */
  private void printOutline(TableDefinition table, JavaWriter out) {
    out.println();
    out.javadoc("The table as the changelogs make it: what <code>croft check</code> compares.");
    out.println("public static final String %s =", TableOutline.FIELD);
    List<String> lines = TableOutline.of(table, scopes(table).of(name(table)).words());
    for (int i = 0; i < lines.size(); i++) {
      boolean isLast = i == lines.size() - 1;
      out.println("%s\"%s\\n\"%s", i == 0 ? "" : "+ ", literal(lines.get(i)), isLast ? ";" : "");
    }
  }

  /** As it stands between quotes in Java. */
  static String literal(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A record shows its ids: jOOQ's would bring every value of the row into logs. */
  @Override
  protected void generateRecordClassFooter(TableDefinition table, JavaWriter out) {
    String ids =
        ids(table)
            .map(column -> "%s=\" + %s() + \"".formatted(column.getName(), getter(column)))
            .collect(joining(", "));
    out.overrideInherit();
    out.println("public %s toString() {", String.class);
    out.println("return \"%s[%s]\";", getStrategy().getJavaClassName(table, Mode.RECORD), ids);
    out.println("}");
  }

  private static Stream<ColumnDefinition> ids(TableDefinition table) {
    UniqueKeyDefinition key = table.getPrimaryKey();
    return key == null
        ? Stream.empty()
        : key.getKeyColumns().stream()
            .filter(column -> column.getDefinedType().getType().equals("uuid"));
  }

  private String getter(ColumnDefinition column) {
    return getStrategy().getJavaGetterName(column, Mode.RECORD);
  }

  private String call(TableDefinition table, JavaWriter out) {
    return switch (scopes(table).of(name(table))) {
      case Scope.TenantRows tenant -> "tenant(%s)".formatted(column(table, tenant.tenantColumn()));
      case Scope.SharedRows shared -> shared(table, shared, out);
      case Scope.GlobalRows global -> "global()";
      case Scope.SystemRows system -> "system()";
    };
  }

  private String shared(TableDefinition table, Scope.SharedRows shared, JavaWriter out) {
    TableDefinition link =
        table.getDatabase().getTables().stream()
            .filter(other -> name(other).equals(shared.link()))
            .findFirst()
            .orElseThrow();
    String instance =
        out.ref(getStrategy().getFullJavaClassName(link))
            + "."
            + getStrategy().getJavaIdentifier(link);
    return "shared(%s, %s.%s, %s.%s)"
        .formatted(
            column(table, shared.id()),
            instance,
            column(link, shared.linkReference()),
            instance,
            column(link, shared.linkTenantColumn()));
  }

  private String column(TableDefinition table, String name) {
    return getStrategy().getJavaIdentifier(table.getColumn(name));
  }

  private TableScopes scopes(TableDefinition table) {
    if (scopes == null) {
      scopes = TableScopes.read(new Catalogue(table.getDatabase().create()));
    }
    return scopes;
  }

  private static TableName name(TableDefinition table) {
    return Fence.name(table);
  }
}
