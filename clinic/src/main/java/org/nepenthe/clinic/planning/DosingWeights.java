package org.nepenthe.clinic.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.planning.order.DosingWeight;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.patient.PatientCharts;
import org.nepenthe.clinic.patient.Taking;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.quantity.BodyWeight;
import org.springframework.stereotype.Component;

/// The patient's weights as planning needs them: the latest to start from, the one before to
/// compare with, and the new one kept on the chart.
@Component
final class DosingWeights {
  private static final List<String> BODY_WEIGHT = List.of("29463-7", "3141-9");

  private final PatientCharts charts;
  private final Courses courses;

  DosingWeights(PatientCharts charts, Courses courses) {
    this.charts = charts;
    this.courses = courses;
  }

  Optional<DosingWeight> latest(Course course) {
    return charts
        .latest(course.patient(), BODY_WEIGHT, courses.now())
        .map(measured ->
            new DosingWeight(
                weight(measured), measured.at(), weight(measured).kilograms() + " kg"));
  }

  /// The latest weight taken before the one that is typed; empty where there is none to compare.
  Optional<BodyWeight> lastOtherThan(Course course, Form form, ClinicTime time) {
    var typedAt = PlanFields.moment(form, "weighedAt", "Say when the patient was weighed.", time);
    return typedAt
        .flatMap(at -> charts.latest(course.patient(), BODY_WEIGHT, at.minusSeconds(1)))
        .map(DosingWeights::weight);
  }

  /// Puts the weight on the chart, unless it came from there.
  void keep(Course course, DosingWeight weight, UUID formKey) {
    boolean known =
        latest(course).filter(last -> last.measuredAt().equals(weight.measuredAt())).isPresent();
    if (!known) {
      charts.recordMeasurements(
          course.patient(),
          List.of(Taking.weight(weight.weight(), Optional.empty(), weight.measuredAt())),
          courses.actor(),
          new CommandKey(formKey + "/weight"));
    }
  }

  private static BodyWeight weight(Measurement measurement) {
    return new BodyWeight(new BigDecimal(measurement.value().toPlainString()));
  }
}
