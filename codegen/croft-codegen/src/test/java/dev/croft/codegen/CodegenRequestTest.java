package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodegenRequestTest {

  @Test
  void a_package_that_is_none_is_refused() {
    assertThatThrownBy(() -> request("com..acme", List.of("content")))
        .isInstanceOf(CodegenException.class)
        .hasMessage(
            """
            Package name com..acme is not usable: \
            each part begins with a small letter, then letters, digits and underscores. \
            Set packageName to a package of your own, such as com.acme.schema.""");
  }

  @Test
  void a_run_without_schemas_is_refused() {
    assertThatThrownBy(() -> request("com.acme.schema", List.of()))
        .isInstanceOf(CodegenException.class)
        .hasMessageStartingWith("No schemas to generate");
  }

  @Test
  void the_package_of_the_base_classes_is_refused_for_others() {
    assertThatThrownBy(() -> request("dev.croft.schema.content", List.of("content")))
        .isInstanceOf(CodegenException.class)
        .hasMessage(
            """
            Package dev.croft.schema.content is taken: \
            package dev.croft.schema is where Croft's own tables are, in croft-core. \
            List your schemas, and set packageName to a package of your own.""");
  }

  @Test
  void the_base_classes_themselves_need_no_schemas() {
    assertThat(request("dev.croft.schema", List.of()).schemas()).isEmpty();
  }

  private static CodegenRequest request(String packageName, List<String> schemas) {
    return new CodegenRequest("db/changelog.xml", packageName, schemas, Path.of("out"));
  }
}
