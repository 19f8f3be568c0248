package dev.croft.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Fails when table classes are behind the changelogs, and prints what differs. For code that is
 * committed, look at its directory; for code that is not, at the jar that was built of it.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init")
public final class CheckMojo extends ChangelogMojo {

  /** The package of the generated classes, which go into one sub package a schema. */
  @Parameter(property = "croft.packageName", required = true)
  private String packageName;

  /** The schemas whose tables get classes. */
  @Parameter(property = "croft.schemas")
  private List<String> schemas = List.of();

  /** The source root of the classes. */
  @Parameter(
      property = "croft.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/croft")
  private File outputDirectory;

  /** A jar or a directory of compiled classes to look at in place of the source root. */
  @Parameter(property = "croft.classes")
  private File classes;

  /** Elements of jOOQ's own {@code generator}, as {@code generate} takes them. */
  @Parameter private PlexusConfiguration jooq;

  @Parameter(defaultValue = "${project.build.directory}/croft/check.jooq.xml", readonly = true)
  private File jooqFile;

  /** Made by Maven. */
  @Inject
  public CheckMojo(ToolchainManager toolchains) {
    super(toolchains);
  }

  @Override
  String command() {
    return "check";
  }

  @Override
  void addTo(Arguments words) {
    super.addTo(words);
    words.option("package", packageName).option("output", outputDirectory);
    schemas.forEach(schema -> words.option("schema", schema));
    words.option("classes", classes);
    try {
      JooqConfiguration.write(jooq, jooqFile.toPath())
          .ifPresent(file -> words.option("jooq", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
