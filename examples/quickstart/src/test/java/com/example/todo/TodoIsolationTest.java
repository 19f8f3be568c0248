package com.example.todo;

import static com.example.todo.schema.content.Content.CONTENT;
import static com.example.todo.schema.content.Tables.TODOS;
import static dev.croft.testkit.assertion.CroftAssertions.assertThat;
import static dev.croft.testkit.assertion.CroftAssertions.assertThatSql;

import dev.croft.identity.UserId;
import dev.croft.session.TenantSession;
import dev.croft.testkit.CroftTest;
import dev.croft.testkit.Member;
import dev.croft.testkit.Tenant;
import dev.croft.testkit.contract.IsolationContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

// region: test
@CroftTest(changelog = "db/changelog.xml")
class TodoIsolationTest {
  @Test
  void a_todo_is_seen_by_its_own_tenant_alone(
      @Tenant("acme") TenantSession acme,
      @Tenant("globex") TenantSession globex,
      @Member(of = "acme", name = "ann") UserId ann) {
    TodoRepository.in(acme).create(NewTodo.titled("Mend the fence", ann));

    assertThat(globex).cannotSee(acme, TODOS);
    assertThatSql(globex.dsl().selectFrom(TODOS)).isFenced();
  }

  @TestFactory
  Stream<DynamicNode> todos_keep_to_their_tenant() {
    return IsolationContract.of("db/changelog.xml")
        .schema(CONTENT)
        .repository(TodoRepository::in)
        .tests();
  }
}
// endregion
