package org.nepenthe.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nepenthe.safety.HazardLog.Entry;
import org.nepenthe.safety.HazardLog.State;

/// Compares the hazard log with the compiled tests and their reports, both ways.
///
/// @param tests by name
/// @param reports what the reports of this build say against a test
record HazardLogCheck(
    HazardLog log, Map<String, TestMethod> tests, Function<String, List<String>> reports) {

  List<String> problems() {
    var problems = new ArrayList<String>();
    inOrder(problems, log.hazards(), "H%02d");
    inOrder(problems, log.cases(), "C%d");
    log.hazards().forEach(hazard -> checkState(problems, hazard));
    log.cases().forEach(realEvent -> checkHazards(problems, realEvent));
    var entries = byId();
    entries.values().forEach(entry -> entry.tests().forEach(t -> checkTest(problems, entry, t)));
    tests.values().forEach(test -> checkListed(problems, entries, test));
    return problems;
  }

  /// Ids run without gap or repetition, so that a row cannot vanish unnoticed.
  private static void inOrder(List<String> problems, List<Entry> entries, String form) {
    for (int i = 0; i < entries.size(); i++) {
      var expected = form.formatted(i + 1);
      if (!entries.get(i).id().equals(expected)) {
        problems.add(entries.get(i).id() + " stands where " + expected + " belongs");
      }
    }
  }

  private static void checkState(List<String> problems, Entry hazard) {
    var open = hazard.state() == State.OPEN;
    var word = hazard.state().name().toLowerCase(Locale.ROOT);
    if (!open && hazard.tests().isEmpty()) {
      problems.add(hazard.id() + " is " + word + " and names no test");
    }
    if (open && !hazard.tests().isEmpty()) {
      problems.add(hazard.id() + " is open and names a test");
    }
  }

  private void checkHazards(List<String> problems, Entry realEvent) {
    var known = log.hazards().stream().map(Entry::id).collect(Collectors.toSet());
    realEvent.hazards().stream()
        .filter(hazard -> !known.contains(hazard))
        .forEach(h -> problems.add(realEvent.id() + " names " + h + ", which is no hazard"));
  }

  private void checkTest(List<String> problems, Entry entry, String name) {
    var test = tests.get(name);
    if (test == null) {
      problems.add(entry.id() + ": " + name + " is no compiled test (mvn test-compile?)");
      return;
    }
    if (!test.verifies().contains(entry.id())) {
      problems.add(entry.id() + ": " + name + " does not carry @Verifies of it");
    }
    if (test.disabled()) {
      problems.add(entry.id() + ": " + name + " is disabled");
    }
    reports.apply(name).forEach(fault -> problems.add(entry.id() + ": " + name + ": " + fault));
  }

  private void checkListed(List<String> problems, Map<String, Entry> entries, TestMethod test) {
    for (var id : test.verifies()) {
      var entry = entries.get(id);
      if (entry == null) {
        problems.add(id + ": the log has no such id, and " + test.name() + " carries it");
      } else if (!isListed(entry.tests(), test, id)) {
        problems.add(id + ": " + test.name() + " carries its id and is not named in the log");
      }
    }
  }

  private static boolean isListed(List<String> listed, TestMethod test, String id) {
    var ofItsClass = test.name().substring(0, test.name().indexOf('#') + 1);
    return listed.contains(test.name())
        || test.classVerifies().contains(id)
            && listed.stream().anyMatch(other -> other.startsWith(ofItsClass));
  }

  private Map<String, Entry> byId() {
    var entries = new TreeMap<String, Entry>();
    log.hazards().forEach(hazard -> entries.put(hazard.id(), hazard));
    log.cases().forEach(realEvent -> entries.put(realEvent.id(), realEvent));
    return Map.copyOf(entries);
  }
}
