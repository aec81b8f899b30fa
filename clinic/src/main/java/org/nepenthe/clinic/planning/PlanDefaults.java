package org.nepenthe.clinic.planning;

import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;

/// What the plan form holds when it is opened. No dose and no protocol: those are chosen.
final class PlanDefaults {
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

  private PlanDefaults() {}

  static Form form(
      Course course, PlanningKnowledge knowledge, Optional<DosingWeight> weight, ClinicTime time) {
    var form = Form.blank().expecting(course.version()).with("weightUnit", "kg");
    weight.ifPresent(known ->
        form.with("weight", known.weight().roundedTo(1).kilograms().toPlainString())
            .with("weighedAt", FIELD.format(known.measuredAt().atZone(time.zone()))));
    form.with(
        "prepared",
        knowledge.preparedStrengths().getFirst().milligramsPerMillilitre().toPlainString());
    knowledge
        .agreedBenefit()
        .amountInForce("pain-fall")
        .ifPresent(fall -> form.with("painFall", fall.in("%").toPlainString()));
    course
        .planning()
        .agreed()
        .ifPresent(agreed ->
            form.with("ownWords", agreed.inOwnWords())
                .with("byInfusion", Integer.toString(agreed.byInfusion())));
    return form;
  }

  /// Puts a proposal into the form, with the rest as the last infusion had it. It is still to be
  /// checked and proposed by a person.
  static void take(Titrations.Proposal proposal, Form form) {
    proposal
        .decision()
        .outcome()
        .dose()
        .ifPresent(dose ->
            takeLast(proposal, form).with("dose", dose.milligramsPerKilogram().toPlainString()));
  }

  /// Puts the last infusion into the form as it was ordered.
  static Form takeLast(Titrations.Proposal proposal, Form form) {
    var order = proposal.last().order();
    return form.with("protocol", order.protocolId())
        .with("dose", order.dosePerWeight().milligramsPerKilogram().toPlainString())
        .with("minutes", order.minutes().toPlainString())
        .with("vial", PlanFields.key(order.moiety(), order.vial()))
        .with("prepared", order.prepared().milligramsPerMillilitre().toPlainString());
  }
}
