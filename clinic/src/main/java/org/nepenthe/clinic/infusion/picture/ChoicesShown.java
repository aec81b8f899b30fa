package org.nepenthe.clinic.infusion.picture;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.observation.AbsentReason;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.clinic.infusion.picture.LivePicture.Choices;
import org.nepenthe.clinic.platform.display.Figures;

/// What the closed fields of the forms offer: the value sent, and its words.
final class ChoicesShown {
  private ChoicesShown() {}

  static Choices of(InfusionRules rules) {
    var nausea = new ArrayList<List<String>>();
    var steps = rules.plausible().get(Parameter.NAUSEA);
    if (steps != null) {
      for (int step = steps.from().intValue(); step <= steps.to().intValue(); step++) {
        nausea.add(
            List.of(Integer.toString(step), Words.of(Parameter.NAUSEA, BigDecimal.valueOf(step))));
      }
    }
    var ranges = new LinkedHashMap<String, List<String>>();
    rules
        .plausible()
        .forEach((parameter, range) ->
            ranges.put(
                parameter.id(),
                List.of(Figures.exact(range.from(), ""), Figures.exact(range.to(), ""))));
    return new Choices(
        Arrays.stream(AbsentReason.values()).map(each -> pair(each, each.words())).toList(),
        nausea,
        Arrays.stream(AdverseEvent.Kind.values()).map(each -> pair(each, each.words())).toList(),
        Arrays.stream(AdverseEvent.Severity.values())
            .map(each -> pair(each, each.words()))
            .toList(),
        rules.rescueDrugs().stream()
            .map(drug -> List.of(drug.key(), drug.name(), drug.unit()))
            .toList(),
        ranges);
  }

  /// The value an enum constant has in a form: `sensor-off`.
  static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> pair(Enum<?> constant, String words) {
    return List.of(code(constant), words);
  }
}
