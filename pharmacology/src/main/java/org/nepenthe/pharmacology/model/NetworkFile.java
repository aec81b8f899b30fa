package org.nepenthe.pharmacology.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.model.ParameterUnit.Dimension;
import org.nepenthe.pharmacology.network.Flow;
import org.nepenthe.pharmacology.network.Flow.Speed;
import org.nepenthe.pharmacology.network.Inlet;
import org.nepenthe.pharmacology.network.Inlet.Portion;
import org.nepenthe.pharmacology.network.Network;
import org.nepenthe.pharmacology.network.State;
import org.nepenthe.pharmacology.regimen.Route;

/// Reads what a model file says of compartments beyond the parent's mammillary ones, of what is
/// measured, and of doses that have to be absorbed. Gathers on the way which parameters all of it
/// needs.
final class NetworkFile {
  private final YamlNode root;
  private final Structure structure;
  private final Map<String, Dimension> needed = new LinkedHashMap<>();

  NetworkFile(YamlNode root, Structure structure) {
    this.root = root;
    this.structure = structure;
    needed.putAll(structure.parameters());
  }

  /// Every parameter that anything read so far refers to, and what it measures.
  Map<String, Dimension> needed() {
    return needed;
  }

  Network network() {
    var states = new ArrayList<>(structure.states());
    var node = root.find("network");
    node.ifPresent(n -> n.onlyKeys("eliminated-into", "states", "flows"));
    node.ifPresent(n -> n.get("states").items().forEach(item -> states.add(state(item))));
    var into = node.flatMap(n -> n.find("eliminated-into")).map(YamlNode::text);
    var flows = new ArrayList<>(structure.flows(into));
    node.ifPresent(n -> n.get("flows").items().forEach(item -> flows.add(flow(item))));
    if (states.isEmpty() || !states.getFirst().name().equals("central")) {
      throw node.orElse(root).broken("the first state must be called central");
    }
    try {
      return new Network(states, flows);
    } catch (IllegalArgumentException e) {
      throw node.orElse(root).broken(String.valueOf(e.getMessage()));
    }
  }

  private State state(YamlNode node) {
    node.onlyKeys("name", "volume");
    var volume = node.find("volume");
    volume.ifPresent(v -> need(v, Dimension.VOLUME));
    return new State(node.get("name").text(), volume.map(YamlNode::text));
  }

  private Flow flow(YamlNode node) {
    node.onlyKeys("from", "to", "clearance", "rate", "transit", "steps", "shares");
    var shares = node.find("shares").map(YamlNode::items).orElse(List.of());
    shares.forEach(share -> need(share, Dimension.FRACTION));
    return new Flow(
        node.get("from").text(),
        node.find("to").map(YamlNode::text),
        speed(node),
        shares.stream().map(YamlNode::text).toList());
  }

  private Speed speed(YamlNode node) {
    var stated =
        List.of("clearance", "rate", "transit").stream()
            .filter(key -> node.find(key).isPresent())
            .toList();
    if (stated.size() != 1) {
      throw node.broken("expected one of clearance, rate and transit");
    }
    var name = node.get(stated.getFirst());
    return switch (stated.getFirst()) {
      case "clearance" -> new Speed.Clearance(need(name, Dimension.CLEARANCE));
      case "rate" -> new Speed.RateConstant(need(name, Dimension.RATE_CONSTANT));
      default -> new Speed.Transit(need(name, Dimension.TIME), node.get("steps").integer());
    };
  }

  List<Measured> measured(Network network) {
    var measured = new ArrayList<Measured>();
    measured.add(new Measured(Analyte.KETAMINE, "central", 1));
    for (var item : items("measured")) {
      item.onlyKeys("analyte", "in", "carried-as");
      var analyte = item.get("analyte").oneOf(Analyte.class);
      var state = stateIn(network, item.get("in"));
      if (network.states().get(network.index(state)).volume().isEmpty()) {
        throw item.get("in").broken("'" + state + "' has no volume");
      }
      if (measured.stream().anyMatch(m -> m.analyte() == analyte)) {
        throw item.broken("'" + item.get("analyte").text() + "' stands twice");
      }
      measured.add(new Measured(analyte, state, ratio(item.get("carried-as"), analyte)));
    }
    return measured;
  }

  private static double ratio(YamlNode node, Analyte analyte) {
    return switch (node.text()) {
      case "moles" -> analyte.molarMass() / Analyte.KETAMINE.molarMass();
      case "mass" -> 1;
      default -> throw node.broken("expected moles or mass, found '" + node.text() + "'");
    };
  }

  Map<Analyte, String> notOffered() {
    var reasons = new LinkedHashMap<Analyte, String>();
    for (var item : items("not-offered")) {
      item.onlyKeys("analyte", "reason");
      reasons.put(item.get("analyte").oneOf(Analyte.class), item.get("reason").text());
    }
    return reasons;
  }

  List<Absorption> absorptions(Network network, Citations citations) {
    var absorptions = new ArrayList<Absorption>();
    for (var item : items("routes")) {
      item.onlyKeys("route", "form", "inlets", "devices", "evidence");
      var route = item.get("route").oneOf(Route.class);
      if (route == Route.INTRAVENOUS || absorptions.stream().anyMatch(a -> a.route() == route)) {
        throw item.get("route").broken("this route stands already, or needs no absorption");
      }
      absorptions.add(
          new Absorption(
              route,
              item.get("form").text(),
              item.get("inlets").items().stream().map(inlet -> inlet(network, inlet)).toList(),
              item.find("devices").map(this::device),
              citations.evidence(item.get("evidence"))));
    }
    return absorptions;
  }

  private Inlet inlet(Network network, YamlNode node) {
    node.onlyKeys("into", "over", "portions");
    var over = node.find("over");
    over.ifPresent(time -> need(time, Dimension.TIME));
    var portions = new ArrayList<Portion>();
    for (var item : node.get("portions").items()) {
      item.onlyKeys("of", "rest-of");
      boolean rest = item.find("rest-of").isPresent();
      var name = need(item.get(rest ? "rest-of" : "of"), Dimension.FRACTION);
      portions.add(new Portion(name, rest));
    }
    return new Inlet(stateIn(network, node.get("into")), over.map(YamlNode::text), portions);
  }

  private Absorption.Device device(YamlNode node) {
    node.onlyKeys("holds", "fraction", "later-devices");
    var holds = node.get("holds").onlyKeys("value", "unit");
    if (!holds.get("unit").text().equals("mg") || holds.get("value").decimal().signum() <= 0) {
      throw holds.broken("expected a content above 0 mg");
    }
    return new Absorption.Device(
        holds.get("value").decimal().doubleValue(),
        need(node.get("fraction"), Dimension.FRACTION),
        need(node.get("later-devices"), Dimension.FRACTION));
  }

  private static String stateIn(Network network, YamlNode name) {
    try {
      network.index(name.text());
      return name.text();
    } catch (IllegalArgumentException e) {
      throw name.broken(String.valueOf(e.getMessage()));
    }
  }

  private List<YamlNode> items(String key) {
    return root.find(key).map(YamlNode::items).orElse(List.of());
  }

  private String need(YamlNode name, Dimension dimension) {
    var other = Optional.ofNullable(needed.put(name.text(), dimension)).orElse(dimension);
    if (other != dimension) {
      throw name.broken("'" + name.text() + "' is used as a " + other + " elsewhere");
    }
    return name.text();
  }
}
