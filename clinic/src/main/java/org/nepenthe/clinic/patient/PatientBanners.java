package org.nepenthe.clinic.patient;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.overriding.Kind;
import org.nepenthe.clinic.overriding.Overrides;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.web.PatientBanner;
import org.nepenthe.clinic.platform.web.PatientBanner.Weighed;
import org.nepenthe.quantity.BodyWeight;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/// The banner over every page of one patient, made from the chart as it stands.
@Service
public class PatientBanners {
  private static final List<String> BODY_WEIGHT = List.of("29463-7", "3141-9");
  private static final int LENGTH_OF_A_UUID = 36;
  private static final Map<String, String> FLAGS = flags();

  private final PatientCharts charts;
  private final KnownCodes codes;
  private final InstantSource clock;
  private final ClinicTime time;
  private final Overrides overrides;

  PatientBanners(
      PatientCharts charts,
      KnownCodes codes,
      InstantSource clock,
      ClinicTime time,
      Overrides overrides) {
    this.charts = charts;
    this.codes = codes;
    this.overrides = overrides;
    this.clock = clock;
    this.time = time;
  }

  /// The banner of a patient, or the answer 404. It reads what it shows and not the whole chart.
  @Transactional(readOnly = true)
  public PatientBanner of(PatientId patient) {
    return charts
        .identity(patient)
        .map(this::banner)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private PatientBanner banner(Identity identity) {
    var patient = identity.id();
    var now = clock.instant();
    var allergies = allergies(patient);
    return new PatientBanner(
        "/patients/" + patient,
        identity.family(),
        identity.given(),
        Optional.of(identity.birthDate()),
        Optional.of(identity.ageOn(time.dayOf(now))),
        identity.sex().words(),
        shortened(identity),
        !allergies.isEmpty() || charts.statesNoAllergy(patient, now),
        allergies,
        charts
            .latest(patient, BODY_WEIGHT, now)
            .map(m -> new Weighed(new BodyWeight(m.value()), m.at())),
        flags(patient),
        overridden(patient),
        Optional.empty());
  }

  /// Enough of a long identifier to tell two patients apart beside name and birth date.
  private static String shortened(Identity identity) {
    var whole = identity.identifier();
    return whole.length() == LENGTH_OF_A_UUID ? whole.substring(0, 8) : whole;
  }

  /// Those the source does not call past.
  private List<String> allergies(PatientId patient) {
    return charts.ofKind(patient, Allergy.class).stream()
        .filter(allergy -> allergy.status() != Allergy.Status.INACTIVE)
        .map(allergy -> allergy.substance().display())
        .distinct()
        .toList();
  }

  private List<String> flags(PatientId patient) {
    var concepts = codes.today();
    var going =
        charts.ofKind(patient, Condition.class).stream()
            .filter(condition -> condition.status() != Condition.Status.INACTIVE)
            .map(Condition::code)
            .toList();
    var flags = new ArrayList<String>();
    FLAGS.forEach((concept, words) -> {
      if (going.stream().anyMatch(code -> concepts.isOneOf(code, List.of(concept)))) {
        flags.add(words);
      }
    });
    return flags;
  }

  /// Each contraindication by its name, the warnings of plans by what they were about.
  private List<String> overridden(PatientId patient) {
    return overrides.of(patient).stream()
        .map(one -> one.kind() == Kind.CONTRAINDICATION ? one.about() : one.kind().words())
        .distinct()
        .toList();
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
