package org.nepenthe.clinic.patient;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Fact;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.chart.Vocabulary;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.clinic.patient.ImportReport.Taken;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.fhir.BundleReading;
import org.nepenthe.fhir.Problem;
import org.nepenthe.fhir.StatedIdentity;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The charts as the clinic keeps them. Nothing in one is ever changed or removed: what was stated
/// anew is a further revision, and the newest counts.
@Service
public class PatientCharts {
  /// The source of what was measured in this clinic.
  public static final String CLINIC = "clinic";

  private final PatientRegister register;
  private final ChartFacts facts;
  private final InstantSource clock;

  PatientCharts(
      JdbcClient jdbc, JdbcOperations batches, Vocabulary vocabulary, InstantSource clock) {
    this.register = new PatientRegister(jdbc);
    this.facts = new ChartFacts(jdbc, batches, new FactJson(vocabulary));
    this.clock = clock;
  }

  /// Everything that is known about a patient; empty where there is no such patient.
  @Transactional(readOnly = true)
  public Optional<Chart> chart(PatientId patient) {
    return register.identity(patient).map(identity -> Chart.of(identity, facts.all(patient)));
  }

  /// What was known about a patient at an earlier moment.
  @Transactional(readOnly = true)
  public Optional<Chart> chartAsOf(PatientId patient, Instant then) {
    return register
        .identityAsOf(patient, then)
        .map(identity -> Chart.of(identity, facts.allAsOf(patient, then)));
  }

  @Transactional(readOnly = true)
  public Optional<Identity> identity(PatientId patient) {
    return register.identity(patient);
  }

  /// In which state each chart is, as a word that changes whenever anything in the chart does.
  @Transactional(readOnly = true)
  public Map<PatientId, String> states(Collection<PatientId> patients) {
    return facts.states(patients);
  }

  /// The newest measurement with one of the LOINC codes, not later than a moment.
  @Transactional(readOnly = true)
  public Optional<Measurement> latest(PatientId patient, List<String> loincCodes, Instant at) {
    return facts.latest(patient, "Measurement", loincCodes, at, 1).stream()
        .map(Measurement.class::cast)
        .findFirst();
  }

  /// Whether a source says that no allergy to a drug is known. An empty list of allergies does
  /// not say so.
  boolean statesNoAllergy(PatientId patient, Instant at) {
    return !facts.latest(patient, "Finding", List.copyOf(Allergy.NO_DRUG_KNOWN), at, 1).isEmpty();
  }

  <T extends Fact> List<T> ofKind(PatientId patient, Class<T> kind) {
    return facts.ofKind(patient, kind.getSimpleName()).stream().map(kind::cast).toList();
  }

  /// Writes down what was measured in this clinic; once for each key.
  ///
  /// @throws IllegalArgumentException where a measurement is dated in the future
  @Transactional
  public void recordMeasurements(PatientId patient, List<Taking> taken, Actor by, CommandKey key) {
    var identity =
        register
            .identity(patient)
            .orElseThrow(() -> new IllegalArgumentException("no patient " + patient));
    var now = now();
    register.lock(identity.identifierSystem(), identity.identifier());
    var measured = new ArrayList<Measurement>();
    for (var one : taken) {
      if (one.at().isAfter(now.plus(Reading.CLOCK_TOLERANCE))) {
        throw new IllegalArgumentException("measured in the future: " + one.at());
      }
      var id = "Measurement/" + key.value() + "#" + one.what().code();
      measured.add(
          new Measurement(
              one.category(),
              one.what(),
              one.value(),
              one.unit(),
              one.entered(),
              one.at(),
              new Provenance(CLINIC, id, now, by.userId())));
    }
    facts.add(patient, measured);
  }

  /// Takes over a bundle that was read, or refuses it because it contradicts what is known about
  /// the patient. In one transaction: all of it, or nothing.
  @Transactional
  public ImportReport take(String fileName, BundleReading.Read read, Actor by) {
    var stated = read.identity();
    register.lock(stated.identifierSystem(), stated.identifier());
    var found = register.find(stated.identifierSystem(), stated.identifier());
    var contradiction =
        found.flatMap(register::identity).flatMap(known -> contradiction(known, stated));
    if (contradiction.isPresent()) {
      return new ImportReport.Refused(fileName, List.of(contradiction.get()));
    }
    var now = now();
    var patient = found.orElseGet(() -> register.register(stated, now));
    boolean stateChanged = register.state(patient, stated, now, by.userId());
    var counts = facts.add(patient, read.facts());
    return new Taken(
        fileName,
        patient,
        PatientRegister.listName(register.identity(patient).orElseThrow()),
        found.isEmpty(),
        found.isPresent() && stateChanged,
        counts,
        read.notTaken(),
        read.otherKinds(),
        read.unrecognised());
  }

  /// One identifier and two people. A corrected name or a corrected date of birth is taken over;
  /// both at once are not.
  private static Optional<Problem> contradiction(Identity known, StatedIdentity stated) {
    boolean sameName =
        SearchWords.folded(known.family()).equals(SearchWords.folded(stated.family()));
    if (sameName || known.birthDate().equals(stated.birthDate())) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            stated.sourceId(),
            "the identifier "
                + stated.identifier()
                + " belongs to another patient here: another family name and another date of"
                + " birth",
            "Find out which of the two has the wrong identifier, and correct it in its source."));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
