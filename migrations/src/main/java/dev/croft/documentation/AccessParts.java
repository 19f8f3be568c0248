package dev.croft.documentation;

import static dev.croft.documentation.Grid.badge;
import static dev.croft.documentation.Grid.code;
import static dev.croft.documentation.Grid.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may do what with a table, and what happens then: policies, grants, triggers. */
record AccessParts(Relation relation) {

  Stream<Element> elements() {
    return Stream.of(rowSecurity(), grants(), triggers()).flatMap(Optional::stream);
  }

  private Optional<Element> rowSecurity() {
    if (relation.kind() != Relation.Kind.TABLE) {
      return Optional.empty();
    }
    Element state = Element.text("p", "Row security is " + relation.rowSecurity() + ".");
    Optional<Element> policies =
        Grid.table(
            relation,
            "Policies",
            List.of("Policy", "Kind", "Command", "Roles", "Using", "With check"),
            relation.policies().stream().map(AccessParts::row).toList());
    return Optional.of(Grid.part("Policies", state).add(policies.stream()));
  }

  private static Element row(Relation.Policy policy) {
    return Grid.row(
        code(policy.name()),
        words(policy.isPermissive() ? "permissive" : "restrictive"),
        words(policy.command()),
        code(String.join(", ", policy.roles())),
        policy.using().map(Grid::code).orElse(words("")),
        policy.check().equals(policy.using()) && policy.using().isPresent()
            ? words("the same")
            : policy.check().map(Grid::code).orElse(words("")));
  }

  private Optional<Element> grants() {
    Map<String, Element> roles = new LinkedHashMap<>();
    relation
        .grants()
        .forEach(
            grant ->
                roles
                    .computeIfAbsent(grant.role(), role -> Element.of("div").css("lines"))
                    .add(Element.of("span", code(grant.text()))));
    return Grid.part(
        relation,
        "Grants",
        List.of("Role", "Privileges"),
        roles.entrySet().stream()
            .map(role -> Grid.row(code(role.getKey()), role.getValue()))
            .toList());
  }

  private Optional<Element> triggers() {
    return Grid.part(
        relation,
        "Triggers",
        List.of("Name", "Definition"),
        relation.triggers().stream().map(AccessParts::row).toList());
  }

  private static Element row(Relation.Trigger trigger) {
    Element definition = Element.of("span", code(trigger.definition()));
    if (trigger.isDisabled()) {
      definition.add(badge("warning", "disabled"));
    }
    return Grid.row(code(trigger.name()), definition.say(trigger.comment().prose()));
  }
}
