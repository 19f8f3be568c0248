package dev.croft.testkit.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Runs the tests of a contract and keeps what failed, by the path of its names. */
record Failures(Map<String, String> byTest, List<String> passed) {

  static Failures of(IsolationContract contract) {
    return of(contract, name -> true);
  }

  /** Of those tests alone whose path of names is {@code wanted}. */
  static Failures of(IsolationContract contract, Predicate<String> wanted) {
    Failures failures = new Failures(new LinkedHashMap<>(), new ArrayList<>());
    try (Stream<DynamicNode> nodes = contract.tests()) {
      nodes.forEach(node -> failures.run("", node, wanted));
    }
    return failures;
  }

  private void run(String path, DynamicNode node, Predicate<String> wanted) {
    String name = path + node.getDisplayName();
    if (node instanceof DynamicContainer container) {
      try (Stream<? extends DynamicNode> children = container.getChildren()) {
        children.forEach(child -> run(name + " > ", child, wanted));
      }
    } else if (node instanceof DynamicTest test && wanted.test(name)) {
      run(name, test);
    }
  }

  private void run(String name, DynamicTest test) {
    try {
      test.getExecutable().execute();
      passed.add(name);
    } catch (Throwable failure) {
      byTest.put(name, String.valueOf(failure.getMessage()));
    }
  }
}
