package org.nepenthe.pharmacology.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.nepenthe.pharmacology.model.ParameterUnit.Dimension;
import org.nepenthe.pharmacology.solver.Mammillary;
import org.nepenthe.pharmacology.solver.Mammillary.Exchange;

/// Which parameters a mammillary model of one to three compartments is written in.
public sealed interface Structure {
  int compartments();

  /// The parameters the model must state, no others, and what each measures.
  Map<String, Dimension> parameters();

  /// @param value a person's parameter by name, in L, L/min or 1/min
  Mammillary body(ToDoubleFunction<String> value, double ke0);

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
    public Mammillary body(ToDoubleFunction<String> value, double ke0) {
      double v1 = value.applyAsDouble("v1");
      List<Exchange> exchanges = new ArrayList<>();
      for (int j = 2; j <= compartments; j++) {
        double q = value.applyAsDouble("q" + j);
        exchanges.add(new Exchange(q / v1, q / value.applyAsDouble("v" + j)));
      }
      return new Mammillary(v1, value.applyAsDouble("cl") / v1, exchanges, ke0);
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
    public Mammillary body(ToDoubleFunction<String> value, double ke0) {
      List<Exchange> exchanges = new ArrayList<>();
      for (int j = 2; j <= compartments; j++) {
        exchanges.add(
            new Exchange(value.applyAsDouble("k1" + j), value.applyAsDouble("k" + j + "1")));
      }
      return new Mammillary(value.applyAsDouble("v1"), value.applyAsDouble("k10"), exchanges, ke0);
    }
  }
}
