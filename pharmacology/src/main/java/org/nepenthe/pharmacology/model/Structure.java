package org.nepenthe.pharmacology.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.nepenthe.pharmacology.model.ParameterUnit.Dimension;
import org.nepenthe.pharmacology.network.Flow;
import org.nepenthe.pharmacology.network.Flow.Speed.Clearance;
import org.nepenthe.pharmacology.network.Flow.Speed.RateConstant;
import org.nepenthe.pharmacology.network.State;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Mammillary.Exchange;

/// Which parameters a model's parent drug is written in: a mammillary body of one to three
/// compartments, or a network of its own.
public sealed interface Structure {
  /// How many compartments the mammillary body has; 0 for a network of its own.
  int compartments();

  /// The parameters of the parent that the model must state, and what each measures.
  Map<String, Dimension> parameters();

  /// The mammillary body; empty for a network of its own.
  ///
  /// @param value a person's parameter by name, in L, L/min or 1/min
  Optional<Mammillary> body(ToDoubleFunction<String> value, double ke0);

  /// The parent's states, the central one first and called `central`.
  List<State> states();

  /// The parent's flows.
  ///
  /// @param eliminatedInto the state that elimination goes to; empty where it leaves the body
  List<Flow> flows(Optional<String> eliminatedInto);

  /// Every state and flow is stated in the model file.
  record OwnNetwork() implements Structure {
    @Override
    public int compartments() {
      return 0;
    }

    @Override
    public Map<String, Dimension> parameters() {
      return Map.of();
    }

    @Override
    public Optional<Mammillary> body(ToDoubleFunction<String> value, double ke0) {
      return Optional.empty();
    }

    @Override
    public List<State> states() {
      return List.of();
    }

    @Override
    public List<Flow> flows(Optional<String> eliminatedInto) {
      return List.of();
    }
  }

  /// Volumes `v1`, `v2`, `v3` and clearances `cl`, `q2`, `q3`.
  record Clearances(int compartments) implements Structure {
    @Override
    public Map<String, Dimension> parameters() {
      var names = new LinkedHashMap<String, Dimension>();
      names.put("v1", Dimension.VOLUME);
      names.put("cl", Dimension.CLEARANCE);
      for (int j = 2; j <= compartments; j++) {
        names.put("v" + j, Dimension.VOLUME);
        names.put("q" + j, Dimension.CLEARANCE);
      }
      return names;
    }

    @Override
    public Optional<Mammillary> body(ToDoubleFunction<String> value, double ke0) {
      double v1 = value.applyAsDouble("v1");
      List<Exchange> exchanges = new ArrayList<>();
      for (int j = 2; j <= compartments; j++) {
        double q = value.applyAsDouble("q" + j);
        exchanges.add(new Exchange(q / v1, q / value.applyAsDouble("v" + j)));
      }
      return Optional.of(new Mammillary(v1, value.applyAsDouble("cl") / v1, exchanges, ke0));
    }

    @Override
    public List<State> states() {
      var states = new ArrayList<State>();
      states.add(new State("central", Optional.of("v1")));
      for (int j = 2; j <= compartments; j++) {
        states.add(new State("peripheral-" + j, Optional.of("v" + j)));
      }
      return states;
    }

    @Override
    public List<Flow> flows(Optional<String> eliminatedInto) {
      var flows = new ArrayList<Flow>();
      flows.add(new Flow("central", eliminatedInto, new Clearance("cl"), List.of()));
      for (int j = 2; j <= compartments; j++) {
        var exchange = new Clearance("q" + j);
        flows.add(new Flow("central", Optional.of("peripheral-" + j), exchange, List.of()));
        flows.add(new Flow("peripheral-" + j, Optional.of("central"), exchange, List.of()));
      }
      return flows;
    }
  }

  /// Central volume `v1` and rate constants `k10`, `k12`, `k21`, `k13`, `k31`.
  record RateConstants(int compartments) implements Structure {
    @Override
    public Map<String, Dimension> parameters() {
      var names = new LinkedHashMap<String, Dimension>();
      names.put("v1", Dimension.VOLUME);
      names.put("k10", Dimension.RATE_CONSTANT);
      for (int j = 2; j <= compartments; j++) {
        names.put("k1" + j, Dimension.RATE_CONSTANT);
        names.put("k" + j + "1", Dimension.RATE_CONSTANT);
      }
      return names;
    }

    @Override
    public Optional<Mammillary> body(ToDoubleFunction<String> value, double ke0) {
      List<Exchange> exchanges = new ArrayList<>();
      for (int j = 2; j <= compartments; j++) {
        exchanges.add(
            new Exchange(value.applyAsDouble("k1" + j), value.applyAsDouble("k" + j + "1")));
      }
      double v1 = value.applyAsDouble("v1");
      return Optional.of(new Mammillary(v1, value.applyAsDouble("k10"), exchanges, ke0));
    }

    @Override
    public List<State> states() {
      var states = new ArrayList<State>();
      states.add(new State("central", Optional.of("v1")));
      for (int j = 2; j <= compartments; j++) {
        states.add(new State("peripheral-" + j, Optional.empty()));
      }
      return states;
    }

    @Override
    public List<Flow> flows(Optional<String> eliminatedInto) {
      var flows = new ArrayList<Flow>();
      flows.add(new Flow("central", eliminatedInto, new RateConstant("k10"), List.of()));
      for (int j = 2; j <= compartments; j++) {
        var out = new RateConstant("k1" + j);
        var back = new RateConstant("k" + j + "1");
        flows.add(new Flow("central", Optional.of("peripheral-" + j), out, List.of()));
        flows.add(new Flow("peripheral-" + j, Optional.of("central"), back, List.of()));
      }
      return flows;
    }
  }
}
