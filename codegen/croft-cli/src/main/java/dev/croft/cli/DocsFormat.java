package dev.croft.cli;

import dev.croft.documentation.SchemaDocumentation;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a schema is described. */
enum DocsFormat {
  HTML {
    @Override
    String text(SchemaDocumentation schema, String title) {
      return schema.html(title);
    }
  },
  MARKDOWN {
    @Override
    String text(SchemaDocumentation schema, String title) {
      return schema.markdown(title);
    }
  };

  abstract String text(SchemaDocumentation schema, String title);

  /** The one that the name of the file asks for. */
  static DocsFormat of(@Nullable Path file) {
    return file != null && file.toString().endsWith(".md") ? MARKDOWN : HTML;
  }

  Path standardFile() {
    return Path.of(this == HTML ? "schema.html" : "schema.md");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
