package org.nepenthe.pharmacology.network;

import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The compartments of a model and what flows between them, in the names of its parameters. Every
/// amount is in mg of the drug that was given: what it has become is counted as the drug it came
/// from, so that nothing appears or vanishes between two states.
public record Network(List<State> states, List<Flow> flows) {
  public Network {
    states = List.copyOf(states);
    flows = List.copyOf(flows);
    var names = new HashSet<String>();
    for (var state : states) {
      if (!names.add(state.name())) {
        throw new IllegalArgumentException("state '" + state.name() + "' stands twice");
      }
    }
    for (var flow : flows) {
      known(names, flow.from());
      flow.to().ifPresent(to -> known(names, to));
    }
  }

  private static void known(HashSet<String> names, String name) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException("there is no state '" + name + "'");
    }
  }

  /// Where a state stands in every array of this network.
  public int index(String state) {
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).name().equals(state)) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no state '" + state + "'");
  }

  /// The matrix of `dx/dt = A x` for one person, amounts in mg, time in minutes.
  ///
  /// @param value a person's parameter by name, in L, L/min, 1/min, min or as a fraction
  public double[][] matrix(ToDoubleFunction<String> value) {
    var matrix = new double[states.size()][states.size()];
    for (var flow : flows) {
      int from = index(flow.from());
      double rate = rate(flow, value);
      matrix[from][from] -= rate;
      if (flow.to().isPresent()) {
        double share = 1;
        for (var name : flow.shares()) {
          share *= value.applyAsDouble(name);
        }
        matrix[index(flow.to().get())][from] += rate * share;
      }
    }
    return matrix;
  }

  private double rate(Flow flow, ToDoubleFunction<String> value) {
    double parameter = value.applyAsDouble(flow.speed().parameter());
    return switch (flow.speed()) {
      case Flow.Speed.Clearance _ -> parameter / volume(flow.from(), value);
      case Flow.Speed.RateConstant _ -> parameter;
      case Flow.Speed.Transit transit -> transit.steps() / parameter;
    };
  }

  /// The volume of a state in L.
  ///
  /// @throws IllegalArgumentException if the state has none
  public double volume(String state, ToDoubleFunction<String> value) {
    var volume = states.get(index(state)).volume();
    return value.applyAsDouble(
        volume.orElseThrow(
            () -> new IllegalArgumentException("state '" + state + "' has no volume")));
  }
}
