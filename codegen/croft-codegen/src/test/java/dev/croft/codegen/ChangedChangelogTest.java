package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a later changeset means for the files of earlier ones, and for what compiles them. */
class ChangedChangelogTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
  private static final String TABLES = "com/acme/schema/shop/tables/";

  @TempDir private Path resources;
  @TempDir private Path output;

  @Test
  void only_the_files_of_the_changed_table_are_written_again() throws Exception {
    SourceTree.write(
        SourceTree.texts(Path.of(CodegenMain.class.getResource("/formats").toURI())),
        resources.resolve("shop"));
    int files = generate().written();
    age();
    assertThat(generate()).isEqualTo(new CodegenResult(0, files, 0));
    assertThat(younger()).isEmpty();

    Files.writeString(
        resources.resolve("shop/all/20260101000003_add_note.sql"),
        """
        --liquibase formatted sql

        --changeset test:add_note
        alter table shop.orders add column note text;
        comment on column shop.orders.note is 'What else there is to say.';
        --rollback alter table shop.orders drop column note;
        """);
    assertThat(generate()).isEqualTo(new CodegenResult(2, files - 2, 0));
    assertThat(younger())
        .containsExactly(TABLES + "Orders.java", TABLES + "records/OrdersRecord.java");
  }

  private CodegenResult generate() {
    return Codegen.run(
        new CodegenRequest(
            "shop/changelog.yaml",
            "com.acme.schema",
            List.of("shop"),
            output,
            List.of(resources),
            Optional.empty()));
  }

  private void age() throws IOException {
    for (String name : SourceTree.texts(output).keySet()) {
      Files.setLastModifiedTime(output.resolve(name), LONG_AGO);
    }
  }

  private Set<String> younger() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String name : SourceTree.texts(output).keySet()) {
      if (!Files.getLastModifiedTime(output.resolve(name)).equals(LONG_AGO)) {
        names.add(name);
      }
    }
    return names;
  }
}
