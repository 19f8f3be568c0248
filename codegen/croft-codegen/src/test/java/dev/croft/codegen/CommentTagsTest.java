package dev.croft.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTagsTest {

  @Test
  void the_scope_follows_the_prose() {
    assertThat(CommentTags.scopes("A todo.\n@scope tenant")).containsExactly("tenant");
  }

  @Test
  void a_tag_has_a_line_of_its_own() {
    assertThat(CommentTags.scopes("A log.\n@append-only\n@scope system")).containsExactly("system");
    assertThat(CommentTags.scopes("A log. @scope system")).isEmpty();
  }

  @Test
  void a_scope_may_name_a_link_table() {
    assertThat(CommentTags.scopes("A person.\n@scope shared via public.tenant_users"))
        .containsExactly("shared via public.tenant_users");
  }

  @Test
  void a_table_without_a_comment_has_no_scope() {
    assertThat(CommentTags.scopes(null)).isEmpty();
  }

  @Test
  void every_scope_is_found() {
    assertThat(CommentTags.scopes("@scope global\n@scope")).containsExactly("global", "");
  }

  @Test
  void tags_become_sentences() {
    assertThat(CommentTags.prose("A log.\n@scope system\n@append-only\n@pii contact"))
        .isEqualTo("A log.\nScope: system.\nAppend-only.\nPersonal data: contact.");
    assertThat(CommentTags.prose("A town.\n@depends postal_code\n@system-writes"))
        .isEqualTo("A town.\nDepends on postal_code.\nWritten by the system alone.");
  }

  @Test
  void what_a_schema_rule_allows_is_no_prose() {
    String allowance = "croft:allow json-column kept as it came";
    assertThat(CommentTags.prose("A text.\n" + allowance)).isEqualTo("A text.");
    assertThat(CommentTags.prose("A text.\n" + allowance + "\n@scope global"))
        .isEqualTo("A text.\nScope: global.");
    assertThat(CommentTags.prose(allowance + "\n@scope global")).isEqualTo("Scope: global.");
  }
}
