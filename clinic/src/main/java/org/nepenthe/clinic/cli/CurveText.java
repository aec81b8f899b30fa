package org.nepenthe.clinic.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.clinic.cli.SimulateCommand.Simulated;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Measured;
import org.nepenthe.pharmacology.regimen.Regimen;
import org.nepenthe.quantity.BodyWeight;

/// Curves as text for other programs.
final class CurveText {
  private static final String HEADER = "time_min,model,analyte,cp_ng_per_mL,ce_ng_per_mL";

  private CurveText() {}

  /// One line for each model, analyte and minute, 15 significant digits. Only the drug itself has
  /// an effect site, and only where its model has one.
  static String csv(List<Simulated> curves) {
    var text = new StringBuilder(HEADER);
    for (var simulated : curves) {
      for (var analyte : analytes(simulated)) {
        rows(simulated, analyte, text);
      }
    }
    return text.toString();
  }

  private static List<Analyte> analytes(Simulated simulated) {
    return simulated.model().measured().stream().map(Measured::analyte).toList();
  }

  private static void rows(Simulated simulated, Analyte analyte, StringBuilder text) {
    var minutes = simulated.concentrations().parent().minutes();
    var plasma = simulated.concentrations().of(analyte);
    var effect = effect(simulated, analyte);
    for (int i = 0; i < minutes.size(); i++) {
      text.append('\n')
          .append(Digits.fifteen(minutes.get(i)))
          .append(',')
          .append(simulated.model().id())
          .append(',')
          .append(analyte.plainWords())
          .append(',')
          .append(Digits.fifteen(plasma.get(i)))
          .append(',')
          .append(effect.isEmpty() ? "" : Digits.fifteen(effect.get(i)));
    }
  }

  private static List<Double> effect(Simulated simulated, Analyte analyte) {
    return analyte == Analyte.KETAMINE ? simulated.concentrations().parent().ce() : List.of();
  }

  static String json(List<Simulated> curves, Regimen regimen, BodyWeight weight) {
    var all = new LinkedHashMap<String, Object>();
    all.put("moiety", regimen.moiety().genericName());
    all.put("weight_kg", weight.kilograms());
    all.put("time_min", curves.getFirst().concentrations().parent().minutes());
    all.put(
        "curves",
        curves.stream()
            .flatMap(one -> analytes(one).stream().map(analyte -> curve(one, analyte)))
            .toList());
    return JsonText.of(all);
  }

  private static Map<String, Object> curve(Simulated simulated, Analyte analyte) {
    var one = new LinkedHashMap<String, Object>();
    one.put("model", simulated.model().id());
    one.put("analyte", analyte.plainWords());
    one.put("matrix", simulated.model().matrix().plainWords());
    one.put("cp_ng_per_mL", simulated.concentrations().of(analyte));
    var effect = effect(simulated, analyte);
    if (!effect.isEmpty()) {
      one.put("effect_site", simulated.site());
      one.put("ce_ng_per_mL", effect);
    }
    return one;
  }
}
