package org.nepenthe.knowledge.medicine;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.Values;

/// What another medicine does beside ketamine, route by route.
///
/// @param concepts ids of the chart's concepts that stand for the medicine; empty where a chart
///     does not show it, and `asks` is asked instead
/// @param asks the question to the patient, where there is one
/// @param byRoute every route of ketamine, each with how severe it is and why
/// @param exposures what was measured
/// @param use not in force where nothing could be read about it
public record Interaction(
    String id,
    String title,
    String medicine,
    List<String> concepts,
    Optional<String> asks,
    String effect,
    Map<Route, Weight> byRoute,
    List<Exposure> exposures,
    OnTheDay onTheDay,
    String onTheDaySays,
    String watch,
    List<Evidence> evidence,
    List<Evidence> against,
    Use use) {
  /// The kind of entry this reads.
  public static final String KIND = "interaction-by-route";

  public Interaction {
    concepts = List.copyOf(concepts);
    byRoute = Collections.unmodifiableMap(new EnumMap<>(byRoute));
    exposures = List.copyOf(exposures);
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
    if (byRoute.size() != Route.values().length) {
      throw new IllegalArgumentException(
          id + " speaks of the routes " + byRoute.keySet() + " only; every route is needed");
    }
  }

  /// How severe it is by one route, and why.
  public record Weight(Severity severity, String because) {}

  /// A measured change of a concentration.
  ///
  /// @param of what was measured, in words
  /// @param change as a multiple without a unit, or in `%` with its sign
  public record Exposure(Route route, String of, Amount change) {
    /// `3.6 times` or `-86 %`.
    public String words() {
      return change.unit().ucum().equals("1") ? change.words() + " times" : change.words();
    }
  }

  public Severity severity(Route route) {
    return weight(route).severity();
  }

  /// How severe it is by a route, with the reason.
  public Weight weight(Route route) {
    return Optional.ofNullable(byRoute.get(route)).orElseThrow();
  }

  /// Every interaction in force on a day, in the order of the knowledge base.
  public static List<Interaction> all(KnowledgeBase base, LocalDate day) {
    return base.ofKind(KIND).stream()
        .flatMap(entry -> entry.on(day).map(values -> of(entry, values)).stream())
        .toList();
  }

  private static Interaction of(Entry entry, Values values) {
    var byRoute = new EnumMap<Route, Weight>(Route.class);
    for (var route : values.groups("routes")) {
      byRoute.put(
          route.choice("route", Route.class),
          new Weight(route.choice("severity", Severity.class), route.text("because")));
    }
    return new Interaction(
        entry.id(),
        entry.title(),
        values.text("medicine"),
        values.references("concepts"),
        values.findText("asks"),
        values.text("effect"),
        byRoute,
        values.groups("exposure").stream().map(Interaction::exposure).toList(),
        values.choice("on-the-day", OnTheDay.class),
        values.text("on-the-day-says"),
        values.text("watch"),
        values.evidence(),
        values.against(),
        values.use());
  }

  private static Exposure exposure(Values values) {
    return new Exposure(
        values.choice("route", Route.class),
        values.choice("of").replace('-', ' '),
        values.findSetting("times").or(() -> values.findSetting("change")).orElseThrow());
  }
}
