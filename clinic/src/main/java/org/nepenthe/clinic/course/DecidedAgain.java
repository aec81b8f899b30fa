package org.nepenthe.clinic.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.clinic.record.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A stored decision, decided again from what was known at its moment with the knowledge it pinned.
///
/// @param at when it was decided
/// @param by whose it is
/// @param outcome in words
/// @param today what the knowledge in use now says differently of the same facts; empty where it
///     says the same, or cannot be asked
public record DecidedAgain(
    Kind kind,
    Instant at,
    KnowledgeVersion knowledge,
    String by,
    String outcome,
    Again again,
    List<String> today) {
  public DecidedAgain {
    today = List.copyOf(today);
  }

  /// What is decided by the knowledge and can be decided again.
  public enum Kind {
    SCREENING("Eligibility"),
    PLAN("Plan"),
    TITRATION("Proposed dose"),
    COURSE("How the course fared");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// What came of it.
  public sealed interface Again {
    /// The same record, to the last byte.
    record Same() implements Again {}

    /// @param lines where it differs, before and now
    record Differs(List<String> lines) implements Again {
      public Differs {
        lines = List.copyOf(lines);
      }
    }

    /// @param because in a sentence
    record NotPossible(String because) implements Again {}
  }

  /// The version of the knowledge was never kept here.
  public static final Again NEVER_KEPT =
      new Again.NotPossible("The version of the knowledge it was made with was never kept here.");

  /// This software has moved on too far.
  public static final Again NOT_READABLE =
      new Again.NotPossible(
          "This software cannot decide by the rules of that version of the knowledge.");

  private static final int MOST_LINES = 20;

  /// Compares what was stored with what comes out now, as the record would write either.
  public static Again compare(Object stored, Object again) {
    var lines = differences(stored, again);
    return lines.isEmpty() ? new Again.Same() : new Again.Differs(lines);
  }

  /// Every place where two values are written differently, the first twenty.
  public static List<String> differences(Object stored, Object again) {
    var mapper = EventJson.mapper();
    var before = mapper.writeValueAsString(stored);
    var now = mapper.writeValueAsString(again);
    if (before.equals(now)) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    collect("", mapper.readTree(before), mapper.readTree(now), lines);
    return lines.isEmpty() ? List.of("the order of what is written") : List.copyOf(lines);
  }

  private static void collect(String path, JsonNode before, JsonNode now, List<String> lines) {
    if (lines.size() == MOST_LINES || before.equals(now)) {
      return;
    }
    if (before.isObject() && now.isObject()) {
      var names = new TreeSet<>(before.propertyNames());
      names.addAll(now.propertyNames());
      names.forEach(
          name -> collect(path + "." + name, at(before.get(name)), at(now.get(name)), lines));
    } else if (before.isArray() && now.isArray()) {
      for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
        collect(path + "." + (i + 1), at(before.get(i)), at(now.get(i)), lines);
      }
    } else {
      lines.add(path.replaceFirst("^\\.", "") + ": " + written(before) + " → " + written(now));
    }
  }

  private static JsonNode at(@Nullable JsonNode node) {
    return Optional.ofNullable(node).orElse(JsonNodeFactory.instance.missingNode());
  }

  private static String written(JsonNode node) {
    return node.isMissingNode()
        ? "nothing"
        : node.isValueNode() ? node.asString() : node.toString();
  }
}
