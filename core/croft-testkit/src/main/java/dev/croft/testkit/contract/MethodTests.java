package dev.croft.testkit.contract;

import dev.croft.testkit.TestkitException;
import dev.croft.testkit.contract.Repository.Call;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is asked of one method: calls that may differ in nothing, and two that must. */
final class MethodTests {
  private static final int ROUNDS = 2;

  private final Grounds grounds;
  private final Repository repository;
  private final Findings findings;
  private final Nobody nobody;
  private final List<String> words;
  private final Map<Method, String> alone = new LinkedHashMap<>();
  private boolean looked;

  MethodTests(Grounds grounds, Repository repository, Findings findings, Nobody nobody) {
    this.grounds = grounds;
    this.repository = repository;
    this.findings = findings;
    this.nobody = nobody;
    this.words = List.of(grounds.mine().mark(), grounds.other().mark(), Nobody.MARK);
  }

  void learnsNothing(Method method, Setting setting) {
    lookAround();
    alike(method, setting, Variant.others(grounds.other()), Variant.nobodys(nobody));
    alike(
        method,
        setting,
        Variant.taken(grounds.mine(), grounds.other()),
        Variant.free(grounds.mine(), nobody));
    checked(method, setting, Variant.own(grounds.mine()));
  }

  /**
   * First without the other, as long as nothing is kept of it between calls; then the other, so
   * that what is kept is the other's.
   */
  private void lookAround() {
    if (looked) {
      return;
    }
    looked = true;
    for (int round = 0; round < ROUNDS; round++) {
      repository.methods().forEach(this::lookAlone);
    }
    for (int round = 0; round < ROUNDS; round++) {
      repository.methods().forEach(this::lookAsOther);
    }
  }

  /** A method whose arguments cannot be made yet, or at all, is met again in its own test. */
  private void lookAlone(Method method) {
    try {
      if (!alone.containsKey(method)) {
        Variant own = Variant.own(grounds.mine());
        Call call = repository.call(Setting.OTHER_ABSENT, grounds.mine(), method, own);
        alone.put(method, told(call));
        keep(grounds.mine(), call);
      }
    } catch (TestkitException e) {
      return;
    }
  }

  private void lookAsOther(Method method) {
    try {
      Variant own = Variant.own(grounds.other());
      keep(grounds.other(), repository.call(Setting.ALL_FENCES, grounds.other(), method, own));
    } catch (TestkitException e) {
      return;
    }
  }

  /** Only what was read: a record of what was changed speaks of a row that was put back. */
  private void keep(Side side, Call call) {
    if (call.changed().isEmpty()) {
      findings.keep(side, call.outcome().result());
    }
  }

  private void alike(Method method, Setting setting, Variant one, Variant another) {
    Call first = checked(method, setting, one);
    Call second = checked(method, setting, another);
    if (!told(first).equals(told(second))) {
      throw new AssertionError(
          """
          %s, %s, tells %s from %s:
            %s
            %s
          What a tenant can tell apart, it has learned. Reach rows through the session alone, and \
          let absence end in one way."""
              .formatted(
                  repository.name(method),
                  setting,
                  one.words(),
                  another.words(),
                  told(first),
                  told(second)));
    }
  }

  private String told(Call call) {
    String changed = call.changed().isEmpty() ? "" : ", and changed " + tables(call.changed());
    return call.outcome().masked(call.arguments(), words) + changed;
  }

  private static String tables(Set<String> changed) {
    return changed.stream().map(World::table).collect(Collectors.joining(", "));
  }

  /** A call that neither shows nor changes what is the other's. */
  private Call checked(Method method, Setting setting, Variant variant) {
    Call call = repository.call(setting, grounds.mine(), method, variant);
    checkSecrets(method, setting.toString(), grounds.other(), grounds.mine(), call);
    Set<String> foreign = new LinkedHashSet<>(call.changed());
    foreign.removeIf(key -> key.endsWith(grounds.mine().tenant().toString()));
    if (!foreign.isEmpty()) {
      throw new AssertionError(
          """
          %s, %s, called for %s, changed rows of another tenant in %s. \
          Write through the session alone."""
              .formatted(repository.name(method), setting, variant.words(), tables(foreign)));
    }
    return call;
  }

  private void checkSecrets(Method method, String setting, Side of, Side from, Call call) {
    Set<String> secrets = of.secretsFrom(from);
    String known = Description.of(call.arguments());
    secrets.removeIf(secret -> Side.found(Set.of(secret), known) != null);
    @Nullable String found = Side.found(secrets, call.outcome().text());
    if (found != null) {
      throw new AssertionError(
          """
          %s, %s, shows what another tenant has: %s
            %s
          Read through the session alone, and keep nothing between sessions."""
              .formatted(repository.name(method), setting, found, call.outcome().text()));
    }
  }

  void ignoresTheOther(Method method, Setting setting) {
    lookAround();
    Variant own = Variant.own(grounds.mine());
    String with = told(checked(method, setting, own));
    String without = alone.get(method);
    if (!with.equals(without)) {
      throw new AssertionError(
          """
          %s, %s, ends in another way when there is another tenant:
            %s
            without it: %s
          What it returns depends on rows that are not the tenant's."""
              .formatted(repository.name(method), setting, with, without));
    }
  }

  /** Else nothing is shown by what it does to another's: the arguments may name no row at all. */
  void reachesItsOwn(Method method) {
    lookAround();
    Variant others = Variant.others(grounds.other());
    Call own = repository.call(Setting.ALL_FENCES, grounds.other(), method, others);
    checkSecrets(method, "as the other tenant", grounds.mine(), grounds.other(), own);
    if (!names(own)) {
      return;
    }
    Call never =
        repository.call(Setting.ALL_FENCES, grounds.other(), method, Variant.nobodys(nobody));
    if (told(own).equals(told(never))) {
      throw new AssertionError(
          """
          %s ends for a tenant's own row as for one that never was: %s
          So the other tests of it show nothing. Supply arguments that name a row: .argument(…)."""
              .formatted(repository.name(method), told(own)));
    }
  }

  private boolean names(Call call) {
    Set<String> secrets = grounds.other().secretsFrom(grounds.mine());
    return Side.found(secrets, Description.of(call.arguments())) != null;
  }
}
