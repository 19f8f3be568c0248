package dev.croft.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;

/** The types in Java that comments give to columns, and the enums among them. */
final class ColumnTypes {

  private static final String CONVERTERS = "dev.croft.json.JsonbConverter";

  private final String packageName;
  private final List<TaggedColumn> columns;

  ColumnTypes(String packageName, List<TaggedColumn> columns) {
    this.packageName = packageName;
    this.columns = columns;
  }

  /** Before all others, for the first that fits counts. */
  void addTo(Database database) {
    List<ForcedType> types = new ArrayList<>(columns.stream().map(this::type).toList());
    types.addAll(database.getForcedTypes());
    database.setForcedTypes(types);
  }

  private ForcedType type(TaggedColumn column) {
    String record = column.record().orElseGet(() -> enumClass(column));
    String converter =
        column.record().isPresent()
            ? "%s.of(%s.class)".formatted(CONVERTERS, record)
            : "new org.jooq.impl.EnumConverter<>(java.lang.String.class, %1$s.class, %1$s::literal)"
                .formatted(record);
    return new ForcedType()
        .withUserType(record)
        .withConverter(converter)
        .withIncludeExpression(Pattern.quote(column.toString()));
  }

  private String enumClass(TaggedColumn column) {
    return column.enumPackage(packageName) + "." + column.enumName();
  }

  /** Writes the enums below a source root. */
  void write(Path root) throws IOException {
    for (TaggedColumn column : columns) {
      if (column.record().isEmpty()) {
        Path directory = root.resolve(column.enumPackage(packageName).replace('.', '/'));
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(column.enumName() + ".java"), source(column));
      }
    }
  }

  private String source(TaggedColumn column) {
    List<String> constants = new ArrayList<>();
    for (int i = 0; i < column.literals().size(); i++) {
      constants.add(
          "    %s(\"%s\")"
              .formatted(
                  column.constants().get(i), TableGenerator.literal(column.literals().get(i))));
    }
    return """
        /*
         * %s
         */
        package %s;


        /**
         * What column <code>%s</code> may hold.
         */
        public enum %s {

        %s;

            private final String literal;

            %4$s(String literal) {
                this.literal = literal;
            }

            /**
             * The value as the database has it.
             */
            public String literal() {
                return literal;
            }
        }
        """
        .formatted(
            NamingStrategy.HEADER,
            column.enumPackage(packageName),
            JavadocWriter.text(column.toString()),
            column.enumName(),
            String.join(",\n", constants));
  }
}
