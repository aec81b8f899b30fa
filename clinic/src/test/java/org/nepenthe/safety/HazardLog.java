package org.nepenthe.safety;

import java.io.InputStream;
import java.util.List;
import org.nepenthe.evidence.YamlNode;

/// `docs/safety/hazards.yaml`, read strictly.
///
/// @param hazards in the order of the file
/// @param cases real events that happened to patients
record HazardLog(List<Entry> hazards, List<Entry> cases) {
  enum State {
    /// Owed; nothing proves it.
    OPEN,
    /// A part is built and proved.
    PARTLY,
    /// All of the control is built and proved.
    CONTROLLED,
    /// A real event: it has no state of its own, its hazards have.
    CASE
  }

  /// A hazard or a case, as far as its tests are concerned.
  ///
  /// @param tests `fully.qualified.Class#method`
  /// @param hazards for a case, the hazards whose controls must stop it
  record Entry(String id, int line, State state, List<String> tests, List<String> hazards) {}

  private enum HazardState {
    OPEN,
    PARTLY,
    CONTROLLED
  }

  static HazardLog read(String file, InputStream bytes) {
    var root = YamlNode.read(file, bytes).onlyKeys("hazards", "cases");
    return new HazardLog(
        root.get("hazards").items().stream().map(HazardLog::hazard).toList(),
        root.get("cases").items().stream().map(HazardLog::realEvent).toList());
  }

  private static Entry hazard(YamlNode node) {
    node.onlyKeys("id", "title", "cause", "harm", "severity", "control", "state", "tests");
    List.of("title", "cause", "harm", "control").forEach(key -> node.get(key).text());
    var severity = node.get("severity");
    if (severity.integer() < 1 || severity.integer() > 5) {
      throw severity.broken("severity is 1 to 5");
    }
    var state =
        switch (node.get("state").oneOf(HazardState.class)) {
          case OPEN -> State.OPEN;
          case PARTLY -> State.PARTLY;
          case CONTROLLED -> State.CONTROLLED;
        };
    return new Entry(node.get("id").text(), node.line(), state, texts(node, "tests"), List.of());
  }

  private static Entry realEvent(YamlNode node) {
    node.onlyKeys("id", "title", "source", "happened", "hazards", "tests");
    List.of("title", "source", "happened").forEach(key -> node.get(key).text());
    return new Entry(
        node.get("id").text(),
        node.line(),
        State.CASE,
        texts(node, "tests"),
        texts(node, "hazards"));
  }

  private static List<String> texts(YamlNode node, String key) {
    return node.get(key).items().stream().map(YamlNode::text).toList();
  }
}
