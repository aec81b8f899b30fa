package org.nepenthe.clinic.planning;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.planning.PlanRequest;
import org.nepenthe.care.planning.PlanResult;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.warning.PlanWarning;
import org.nepenthe.care.planning.warning.PlanWarnings;
import org.nepenthe.care.planning.warning.PlanWarnings.Answered;
import org.nepenthe.care.planning.warning.PlanWarnings.Warned;
import org.nepenthe.clinic.overriding.Kind;
import org.nepenthe.clinic.overriding.WarningsShown;
import org.nepenthe.clinic.platform.form.Form;
import org.springframework.stereotype.Component;

/// The fields with which a prescriber goes past a warning of the plan: for each a coded reason and
/// words of its own.
@Component
public final class PlanWarningFields {
  static final Names SOFT_CAP = new Names("softCapReason", "softCapWords");
  static final Names OTHER_INDICATION = new Names("otherIndicationCode", "otherIndicationReason");
  static final Names WEIGHT_CHANGE = new Names("weightChangeReason", "weightChangeWords");

  private final WarningsShown shown;

  PlanWarningFields(WarningsShown shown) {
    this.shown = shown;
  }

  /// What the two fields of a warning are called on the form.
  public record Names(String code, String words) {}

  /// One warning's fields, for a template.
  public record Asked(Names names, String legend, Map<String, String> reasons) {}

  /// All that can be asked for.
  static List<Asked> asked() {
    return List.of(
        asked(PlanWarning.SOFT_CAP, "To exceed a soft cap"),
        asked(PlanWarning.OTHER_INDICATION, "For an indication the protocol does not name"),
        asked(PlanWarning.WEIGHT_CHANGE, "For a large change of weight"));
  }

  private static Asked asked(PlanWarning warning, String legend) {
    var reasons = new LinkedHashMap<String, String>();
    warning.reasons().forEach(reason -> reasons.put(reason.code(), reason.words()));
    return new Asked(names(warning), legend, reasons);
  }

  private static Names names(PlanWarning warning) {
    return switch (warning) {
      case SOFT_CAP -> SOFT_CAP;
      case OTHER_INDICATION -> OTHER_INDICATION;
      case WEIGHT_CHANGE -> WEIGHT_CHANGE;
    };
  }

  /// What stands against a request, as its result has it.
  static List<Warned> standing(
      PlanRequest request, PlanResult result, PlanningKnowledge knowledge) {
    var limited =
        switch (result) {
          case PlanResult.Planned(var plan) -> Optional.of(plan.requested());
          case PlanResult.Refused(_, var requested) -> requested;
        };
    return PlanWarnings.standing(request, limited, knowledge);
  }

  /// Keeps the moment at which a form first showed each of them.
  void shown(UUID form, List<Warned> warned) {
    warned.forEach(each -> shown.shown(form, Kind.valueOf(each.warning().name()), each.rule()));
  }

  static Map<PlanWarning, Answered> answers(Form form) {
    var answers = new EnumMap<PlanWarning, Answered>(PlanWarning.class);
    for (var warning : PlanWarning.values()) {
      var names = names(warning);
      answers.put(
          warning, new Answered(form.value(names.code()), form.optionalText(names.words())));
    }
    return answers;
  }

  static void refuse(Form form, List<PlanWarnings.Fault> faults) {
    for (var fault : faults) {
      var names = names(fault.warning());
      form.refuse(fault.ofWords() ? names.words() : names.code(), fault.message());
    }
  }
}
