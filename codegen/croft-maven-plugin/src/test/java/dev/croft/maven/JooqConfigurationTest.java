package dev.croft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JooqConfigurationTest {

  @TempDir private Path directory;

  @Test
  void what_the_pom_says_is_written_as_it_was_said() throws Exception {
    PlexusConfiguration jooq = new DefaultPlexusConfiguration("jooq");
    PlexusConfiguration database = new DefaultPlexusConfiguration("database");
    database.addChild("excludes", "content\\.(a|b)<&");
    jooq.addChild(database);
    assertThat(JooqConfiguration.write(jooq, directory.resolve("croft/jooq.xml")))
        .hasValueSatisfying(
            file ->
                assertThat(file)
                    .hasContent(
                        "<generator><database><excludes>content\\.(a|b)&lt;&amp;</excludes>"
                            + "</database></generator>"));
  }

  @Test
  void a_pom_that_says_nothing_leaves_no_file() throws Exception {
    Path file = directory.resolve("jooq.xml");
    PlexusConfiguration jooq = new DefaultPlexusConfiguration("jooq");
    jooq.addChild("name", "x");
    assertThat(JooqConfiguration.write(jooq, file)).isPresent();
    assertThat(JooqConfiguration.write(null, file)).isEmpty();
    assertThat(file).doesNotExist();
  }
}
