package dev.croft.lint.report;

import java.util.Optional;

/**
 * An allowance, where it stands.
 *
 * @param scope what it is about: the one object, or the one changeset
 * @param object what to call that
 */
public record Permit(
    String scope, String object, Optional<Location> location, Allowance allowance) {

  boolean allows(Found found) {
    return allowance.isReasoned()
        && scope.equals(found.scope())
        && allowance.rule().equals(found.finding().rule().id());
  }
}
