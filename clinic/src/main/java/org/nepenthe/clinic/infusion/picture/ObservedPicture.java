package org.nepenthe.clinic.infusion.picture;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.alert.Alert;
import org.nepenthe.care.alert.Assessment;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.ObservationSet;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.clinic.infusion.picture.LivePicture.Current;
import org.nepenthe.clinic.infusion.picture.LivePicture.ObservedSet;
import org.nepenthe.clinic.infusion.picture.LivePicture.ObservedValue;

/// What was observed of the patient, as the picture shows it.
record ObservedPicture(
    Infusion infusion, InfusionRules rules, Optional<Assessment> assessment, Instant at) {

  List<ObservedSet> sets() {
    return infusion.log().allObservations().stream().map(ObservedPicture::shown).toList();
  }

  List<Current> parameters() {
    var parameters = new ArrayList<Current>();
    for (var parameter : Parameter.values()) {
      parameters.add(current(parameter));
    }
    return parameters;
  }

  private Current current(Parameter parameter) {
    var sets = infusion.log().observations();
    var latest = sets.stream().filter(set -> set.lookedAt(parameter)).reduce((_, later) -> later);
    return switch (rules.schedule().reading(infusion, parameter, at)) {
      case Reading.Fresh<BigDecimal>(var value, var observedAt) ->
          current(parameter, "fresh", Optional.of(value), Optional.of(observedAt), latest);
      case Reading.Stale<BigDecimal>(var value, var observedAt) ->
          current(parameter, "stale", Optional.of(value), Optional.of(observedAt), latest);
      case Reading.Absent<BigDecimal> _ ->
          current(parameter, "absent", Optional.empty(), latest.map(ObservationSet::at), latest);
    };
  }

  private Current current(
      Parameter parameter,
      String reading,
      Optional<BigDecimal> value,
      Optional<Instant> observedAt,
      Optional<ObservationSet> latest) {
    return new Current(
        parameter.id(),
        parameter.label(),
        parameter.abbreviation(),
        Words.unit(parameter),
        plot(parameter),
        reading,
        value,
        value.map(number -> Words.of(parameter, number)).orElse("—"),
        observedAt,
        observedAt.map(observed -> observed.plus(rules.schedule().freshFor(infusion, observed))),
        latest.map(set -> code(set.source())).orElse(""),
        breach(parameter));
  }

  private String breach(Parameter parameter) {
    return assessment.map(Assessment::alerts).orElse(List.of()).stream()
        .filter(Alert::active)
        .filter(alert -> alert.parameter().filter(parameter::equals).isPresent())
        .map(Alert::priority)
        .max(Comparator.naturalOrder())
        .map(priority -> priority.words())
        .orElse("none");
  }

  private static String plot(Parameter parameter) {
    return switch (parameter) {
      case HEART_RATE, SYSTOLIC, DIASTOLIC, MEAN_PRESSURE -> "main";
      case SATURATION -> "saturation";
      case RESPIRATORY_RATE, SEDATION, DISSOCIATION, NAUSEA, PAIN -> "row";
    };
  }

  private static ObservedSet shown(ObservationSet set) {
    var values = new LinkedHashMap<String, ObservedValue>();
    for (var parameter : Parameter.values()) {
      var observed = set.values().get(parameter);
      if (observed != null) {
        values.put(parameter.id(), shown(parameter, observed));
      }
    }
    return new ObservedSet(
        Long.toString(set.number()),
        set.at(),
        set.recordedAt(),
        set.by().name(),
        code(set.source()),
        set.struck().map(LivePictures::struck),
        values);
  }

  private static ObservedValue shown(Parameter parameter, Observed observed) {
    return new ObservedValue(
        observed.number(),
        observed.number().map(number -> Words.of(parameter, number)),
        observed instanceof Observed.Derived,
        Words.absent(observed));
  }

  private static String code(ObservationSource source) {
    return switch (source) {
      case BY_HAND -> "by-hand";
      case DEVICE -> "device";
      case SIMULATED -> "simulated";
    };
  }
}
