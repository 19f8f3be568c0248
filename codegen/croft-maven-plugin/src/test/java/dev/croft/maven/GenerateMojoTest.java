package dev.croft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.DefaultToolchainManager;
import org.junit.jupiter.api.Test;

class GenerateMojoTest {

  @Test
  void a_parent_that_binds_the_goal_for_its_modules_generates_nothing_itself() throws Exception {
    GenerateMojo mojo = new GenerateMojo(new DefaultToolchainManager());
    mojo.project = new MavenProject();
    mojo.project.setPackaging("pom");
    mojo.execute();
    assertThat(mojo.project.getCompileSourceRoots()).isEmpty();
  }
}
