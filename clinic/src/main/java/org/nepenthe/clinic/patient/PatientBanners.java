package org.nepenthe.clinic.patient;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.web.PatientBanner;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.BodyWeight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/// The banner over every page of one patient, made from the chart as it stands.
@Service
public class PatientBanners {
  private static final List<String> BODY_WEIGHT = List.of("29463-7", "3141-9");
  private static final Map<String, String> FLAGS = flags();

  private final PatientCharts charts;
  private final KnowledgeBase knowledge;
  private final InstantSource clock;
  private final ClinicTime time;

  PatientBanners(
      PatientCharts charts, KnowledgeBase knowledge, InstantSource clock, ClinicTime time) {
    this.charts = charts;
    this.knowledge = knowledge;
    this.clock = clock;
    this.time = time;
  }

  /// The banner of a patient, or the answer 404.
  public PatientBanner of(PatientId patient) {
    return of(
        charts.chart(patient).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  /// The banner over a chart that was read already.
  public PatientBanner of(Chart chart) {
    var now = clock.instant();
    var identity = chart.identity();
    var allergies =
        chart.allergies().stream()
            .filter(allergy -> allergy.status() != Allergy.Status.INACTIVE)
            .map(allergy -> allergy.substance().display())
            .distinct()
            .toList();
    return new PatientBanner(
        "/patients/" + identity.id(),
        identity.family(),
        identity.given(),
        Optional.of(identity.birthDate()),
        Optional.of(identity.ageOn(time.dayOf(now))),
        identity.sex().words(),
        shortened(identity),
        !allergies.isEmpty(),
        allergies,
        chart
            .latest(BODY_WEIGHT, now)
            .map(m -> new PatientBanner.Weighed(new BodyWeight(m.value()), m.at())),
        flags(chart, time.dayOf(now)),
        Optional.empty());
  }

  /// Enough of a long identifier to tell two patients apart beside name and birth date.
  private static String shortened(Identity identity) {
    var whole = identity.identifier();
    return whole.length() == 36 ? whole.substring(0, 8) : whole;
  }

  private List<String> flags(Chart chart, LocalDate day) {
    var concepts = Concepts.of(knowledge, day);
    var going =
        chart.conditions().stream()
            .filter(condition -> condition.status() != Condition.Status.INACTIVE)
            .map(Condition::code)
            .toList();
    var flags = new ArrayList<String>();
    FLAGS.forEach((concept, words) -> {
      if (going.stream().anyMatch(code -> stands(concepts, code, concept))) {
        flags.add(words);
      }
    });
    return flags;
  }

  private static boolean stands(Concepts concepts, Coded code, String concept) {
    return concepts.isOneOf(code, List.of(concept));
  }

  private static Map<String, String> flags() {
    var flags = new LinkedHashMap<String, String>();
    flags.put("CND-PREGNANCY", "pregnancy");
    flags.put("CND-PSYCHOSIS", "psychosis");
    flags.put("CND-CYSTITIS", "bladder");
    flags.put("CND-CIRRHOSIS", "cirrhosis");
    flags.put("CND-DRUG-USE", "drug use");
    flags.put("CND-OPIOID-USE", "opioid use disorder");
    return flags;
  }
}
