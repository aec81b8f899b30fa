package org.nepenthe.pharmacology.absorption;

import java.util.ArrayList;
import java.util.List;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.absorption.Uptake.Pace;
import org.nepenthe.pharmacology.absorption.Uptake.People;
import org.nepenthe.pharmacology.absorption.Uptake.Published;
import org.nepenthe.pharmacology.absorption.Uptake.Spread;
import org.nepenthe.pharmacology.absorption.Uptake.Unpublished;
import org.nepenthe.pharmacology.model.ShippedFile;
import org.nepenthe.pharmacology.regimen.Route;

/// What ships of [Uptake], one for each route that is not intravenous and for adults and children.
public final class AbsorptionCatalogue {
  private final List<Uptake> uptakes;

  private AbsorptionCatalogue(List<Uptake> uptakes) {
    this.uptakes = List.copyOf(uptakes);
  }

  /// Reads the shipped file.
  ///
  /// @throws BrokenFile with file and line, if it cannot be used
  public static AbsorptionCatalogue shipped() {
    return read(ShippedFile.read("absorption.yaml"), ShippedFile.citations());
  }

  static AbsorptionCatalogue read(YamlNode root, Citations citations) {
    root.onlyKeys("uptakes");
    var uptakes = new ArrayList<Uptake>();
    for (var item : root.get("uptakes").items()) {
      var uptake = uptake(item, citations);
      boolean twice =
          uptakes.stream()
              .anyMatch(u -> u.route() == uptake.route() && u.people() == uptake.people());
      if (twice || uptake.route() == Route.INTRAVENOUS) {
        throw item.broken("this route stands already, or needs no absorption");
      }
      uptakes.add(uptake);
    }
    for (var people : People.values()) {
      for (var route : Route.values()) {
        boolean stands = uptakes.stream().anyMatch(u -> u.route() == route && u.people() == people);
        if (!stands && route != Route.INTRAVENOUS) {
          throw root.broken("nothing is said of " + route + " doses in " + people);
        }
      }
    }
    return new AbsorptionCatalogue(uptakes);
  }

  private static Uptake uptake(YamlNode node, Citations citations) {
    var route = node.get("route").oneOf(Route.class);
    var people = node.get("people").oneOf(People.class);
    if (node.find("no-data").isPresent()) {
      node.onlyKeys("route", "people", "no-data");
      return new Unpublished(route, people, node.get("no-data").text());
    }
    node.onlyKeys("route", "people", "fraction", "peak-after", "half-time", "evidence");
    var evidence = node.get("evidence").items().stream().map(citations::evidence).toList();
    if (evidence.isEmpty()) {
      throw node.broken("expected at least one source");
    }
    try {
      return new Published(route, people, spread(node.get("fraction"), "1"), pace(node), evidence);
    } catch (IllegalArgumentException e) {
      throw node.broken(String.valueOf(e.getMessage()));
    }
  }

  private static Pace pace(YamlNode node) {
    if (node.find("peak-after").isPresent() == node.find("half-time").isPresent()) {
      throw node.broken("expected one of peak-after and half-time");
    }
    return node.find("peak-after").isPresent()
        ? new Pace.PeakAfter(spread(node.get("peak-after"), "min"))
        : new Pace.HalfTime(spread(node.get("half-time"), "min"));
  }

  private static Spread spread(YamlNode node, String unit) {
    node.onlyKeys("from", "to", "unit");
    if (!node.get("unit").text().equals(unit)) {
      throw node.get("unit").broken("expected " + unit);
    }
    return new Spread(
        node.get("from").decimal().doubleValue(), node.get("to").decimal().doubleValue());
  }

  public List<Uptake> uptakes() {
    return uptakes;
  }

  /// What is known of a route.
  ///
  /// @throws IllegalArgumentException for the intravenous route, which needs no absorption
  public Uptake of(Route route, People people) {
    return uptakes.stream()
        .filter(uptake -> uptake.route() == route && uptake.people() == people)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("an intravenous dose is not absorbed"));
  }
}
