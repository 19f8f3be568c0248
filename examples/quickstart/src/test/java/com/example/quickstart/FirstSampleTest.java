package com.example.quickstart;

import static com.example.todo.schema.content.Tables.TODOS;
import static dev.croft.schema.public_.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.todo.NewTodo;
import com.example.todo.TodoRepository;
import dev.croft.Croft;
import dev.croft.CroftConfig;
import dev.croft.identity.UserId;
import dev.croft.isolation.TenantId;
import dev.croft.session.TenantSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's first sample, and the SQL that it shows. */
class FirstSampleTest {
  private static final int WIDTH = 92;

  private final List<String> statements = new ArrayList<>();

  @Test
  void the_first_sample_runs_the_sql_that_the_readme_shows() {
    try (TwoTenants tenants = TwoTenants.assemble();
        SqlEcho echo = SqlEcho.to(statements::add)) {
      echo.start();
      assertThat(sample(tenants.config(), tenants.acmeId(), tenants.ann(), tenants.bob()))
          .containsExactly(Map.entry("Mend the fence", "bob@example.com"));
    }
    assertThat(shown(statements.getLast()))
        .isEqualTo(
            Readme.block("examples/quickstart/src/test/resources/first-sample.sql", "query"));
  }

  private static Map<String, String> sample(
      CroftConfig config, TenantId acmeId, UserId ann, UserId bob) {
    // region: first-sample
    try (Croft croft = Croft.open(config)) {
      TenantSession acme = croft.tenant(acmeId);

      TodoRepository.in(acme).create(NewTodo.titled("Mend the fence", ann).assignedTo(bob));

      return acme.dsl()
          .select(TODOS.TITLE, USERS.EMAIL_ADDRESS)
          .from(TODOS)
          .leftJoin(USERS)
          .on(USERS.ID.eq(TODOS.ASSIGNEE_ID))
          .where(TODOS.IS_COMPLETED.isFalse())
          .fetchMap(TODOS.TITLE, USERS.EMAIL_ADDRESS);
    }
    // endregion
  }

  private static List<String> shown(String sql) {
    return SqlText.clauses(sql).stream()
        .flatMap(clause -> SqlText.lines(clause, WIDTH).stream())
        .toList();
  }
}
