package org.nepenthe.care.infusion.recovery;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// What the knowledge base says about recovery and going home on one day.
///
/// @param lookAt vital signs that have to be current at the door
/// @param longer a time a site may take instead of `observeAtLeast`; it decides nothing until the
///     site has confirmed it
public record RecoveryKnowledge(
    List<RecoveryScale> scales,
    Duration scoreCounts,
    Duration orientationCounts,
    Duration vitalsCount,
    List<Parameter> lookAt,
    List<Bound> bounds,
    List<Question> orientation,
    Amount observeAtLeast,
    Amount longer,
    String escort,
    String drivingAdvice) {
  static final String CURRENT_FOR = "REC-NOW-01";
  static final String VITALS = "REC-VIT-01";
  static final String ORIENTATION = "REC-ORI-01";
  static final String OBSERVATION = "REC-OBS-01";
  static final String ESCORT = "REC-ESC-01";
  static final String DRIVING = "REC-DRV-01";

  public RecoveryKnowledge {
    scales = List.copyOf(scales);
    lookAt = List.copyOf(lookAt);
    bounds = List.copyOf(bounds);
    orientation = List.copyOf(orientation);
  }

  /// A value with which nobody is sent home.
  public record Bound(Parameter parameter, Amount limit) {}

  /// One question of orientation.
  public record Question(String key, String asks) {}

  public static RecoveryKnowledge of(KnowledgeBase base, LocalDate day) {
    var current = values(base, CURRENT_FOR, day);
    var vitals = values(base, VITALS, day);
    var observation = values(base, OBSERVATION, day);
    return new RecoveryKnowledge(
        base.ofKind("recovery-score").stream()
            .flatMap(entry -> entry.on(day).map(values -> scale(entry, values)).stream())
            .toList(),
        current.amount("score").duration(),
        current.amount("orientation").duration(),
        current.amount("vitals").duration(),
        vitals.texts("look-at").stream().map(RecoveryKnowledge::parameter).toList(),
        vitals.groups("bounds").stream()
            .map(bound -> new Bound(parameter(bound.choice("parameter")), bound.amount("limit")))
            .toList(),
        values(base, ORIENTATION, day).groups("asks").stream()
            .map(question -> new Question(question.text("key"), question.text("asks")))
            .toList(),
        observation.amount("least"),
        observation.setting("longer"),
        values(base, ESCORT, day).text("says"),
        values(base, DRIVING, day).text("advice"));
  }

  public Optional<RecoveryScale> scale(String id) {
    return scales.stream().filter(scale -> scale.id().equals(id)).findFirst();
  }

  private static RecoveryScale scale(Entry entry, Values values) {
    return new RecoveryScale(
        entry.id(),
        entry.title(),
        values.text("scores-what"),
        values.groups("items").stream()
            .map(item ->
                new RecoveryScale.Item(item.text("key"), item.text("asks"), item.texts("levels")))
            .toList(),
        values.amount("enough"),
        values.evidence());
  }

  private static Parameter parameter(String id) {
    return Parameter.of(id)
        .orElseThrow(() -> new IllegalArgumentException("no parameter is called " + id));
  }

  private static Values values(KnowledgeBase base, String id, LocalDate day) {
    return base.entry(id)
        .on(day)
        .orElseThrow(() -> new IllegalStateException(id + " says nothing for " + day));
  }
}
