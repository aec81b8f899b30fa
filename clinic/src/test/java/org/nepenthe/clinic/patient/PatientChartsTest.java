package org.nepenthe.clinic.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.care.chart.Measurement.Entered;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.clinic.ClinicDatabase;
import org.nepenthe.clinic.patient.ImportReport.Counts;
import org.nepenthe.clinic.patient.ImportReport.Refused;
import org.nepenthe.clinic.patient.ImportReport.Taken;
import org.nepenthe.clinic.record.CommandKey;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.BodyWeight;

class PatientChartsTest {
  private static final ClinicDatabase DATABASE = ClinicDatabase.fresh();
  private static final String TRANSACTION = ChartStore.file("/import/transaction.json");

  private final ChartStore store = new ChartStore(DATABASE);

  /// The bundle as it is, about a patient of this test's own.
  private static String ofNewPatient(String bundle) {
    return bundle.replace("29730569-5fcb-5af7-a02f-c62c00b62dce", UUID.randomUUID().toString());
  }

  private Taken taken(String bundle) {
    return switch (store.take(bundle)) {
      case Taken taken -> taken;
      case Refused refused -> throw new AssertionError(refused.problems().toString());
    };
  }

  @Test
  void aBundleBecomesAChart() {
    var report = taken(ofNewPatient(TRANSACTION));

    assertThat(report.newPatient()).isTrue();
    var chart = store.charts.chart(report.patient()).orElseThrow();
    assertThat(chart.identity().family()).isEqualTo("Bundle200");
    assertThat(chart.identity().birthDate()).isEqualTo("1980-05-17");
    int facts =
        chart.conditions().size()
            + chart.medications().size()
            + chart.measurements().size()
            + chart.findings().size()
            + chart.allergies().size()
            + chart.procedures().size();
    assertThat(facts).isEqualTo(report.total().added()).isEqualTo(13);
    assertThat(chart.conditions())
        .allSatisfy(c -> assertThat(c.provenance().recordedBy()).isEqualTo("u1"));
  }

  @Test
  void importingTwiceChangesNothing() {
    var bundle = ofNewPatient(TRANSACTION);
    taken(bundle);
    var before = store.rows();

    var again = taken(bundle);

    assertThat(store.rows()).isEqualTo(before);
    assertThat(again.nothingNew()).isTrue();
    assertThat(again.total()).isEqualTo(new Counts(0, 0, 13));
  }

  @Test
  void importingTheSameFileAtOnceStoresItOnce() throws Exception {
    var bundle = ofNewPatient(TRANSACTION);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var all =
          threads.invokeAll(
              IntStream.range(0, 4).<Callable<Taken>>mapToObj(_ -> () -> taken(bundle)).toList());
      var reports = all.stream().map(f -> f.resultNow()).toList();
      assertThat(reports.stream().filter(Taken::newPatient)).hasSize(1);
      assertThat(reports.stream().map(Taken::patient).distinct()).hasSize(1);
      assertThat(reports.stream().mapToInt(r -> r.total().added()).sum()).isEqualTo(13);
    }
  }

  @Test
  void aChangedResourceIsARevisionAndTheOldOneStays() {
    var bundle = ofNewPatient(TRANSACTION);
    var patient = taken(bundle).patient();
    var weight = store.charts.latest(patient, java.util.List.of("29463-7"), ChartStore.NOW);
    var before = store.rows().get("chart_fact");

    var changed = taken(bundle.replace("71.5", "73.25"));

    assertThat(changed.total()).isEqualTo(new Counts(0, 1, 12));
    assertThat(store.rows()).containsEntry("chart_fact", before + 1);
    var now = store.charts.latest(patient, java.util.List.of("29463-7"), ChartStore.NOW);
    assertThat(weight.orElseThrow().value()).isEqualByComparingTo("71.5");
    assertThat(now.orElseThrow().value()).isEqualByComparingTo("73.25");
  }

  @Test
  void whatALaterBundleLeavesOutStays() {
    var id = UUID.randomUUID().toString();
    var whole = TRANSACTION.replace("29730569-5fcb-5af7-a02f-c62c00b62dce", id);
    var patient = taken(whole).patient();
    var before = store.charts.chart(patient);

    taken(
        ChartStore.file("/import/collection.json")
            .replace("29730569-5fcb-5af7-a02f-c62c00b62dce", id));

    assertThat(store.charts.chart(patient).orElseThrow().measurements())
        .containsAll(before.orElseThrow().measurements());
  }

  @Test
  void whatTheSourceTakesBackCountsNoLonger() {
    var bundle = ofNewPatient(TRANSACTION);
    var patient = taken(bundle).patient();
    int before = store.charts.chart(patient).orElseThrow().measurements().size();

    taken(bundle.replaceAll("\"status\": \"final\"", "\"status\": \"entered-in-error\""));

    assertThat(before).isPositive();
    assertThat(store.charts.chart(patient).orElseThrow().measurements()).isEmpty();
  }

  @Test
  void whatTheSourceRefutesCountsNoLonger() {
    var bundle = ofNewPatient(TRANSACTION);
    var patient = taken(bundle).patient();
    assertThat(store.charts.chart(patient).orElseThrow().conditions()).isNotEmpty();

    var refuted = bundle.replaceAll("\"code\": \"confirmed\"", "\"code\": \"refuted\"");
    taken(refuted);

    assertThat(store.charts.chart(patient).orElseThrow().conditions()).isEmpty();
    assertThat(taken(refuted).nothingNew()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "broken-json.json",
        "future-date.json",
        "negative-weight.json",
        "no-patient.json",
        "not-a-bundle.json",
        "not-json.txt",
        "two-patients.json",
        "unknown-unit.json"
      })
  void whatIsRefusedLeavesNothingBehind(String file) {
    var before = store.rows();
    assertThat(store.take(ChartStore.file("/import/" + file))).isInstanceOf(Refused.class);
    assertThat(store.rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown-code-system.json", "unmapped-medication.json"})
  void unknownCodesStayVisible(String file) {
    var report = taken(ofNewPatient(ChartStore.file("/import/" + file)));
    assertThat(report.unrecognised()).isNotEmpty();
    var chart = store.charts.chart(report.patient()).orElseThrow();
    assertThat(
            java.util.stream.Stream.concat(
                    chart.conditions().stream().map(c -> c.code()),
                    chart.medications().stream().map(m -> m.drug()))
                .filter(Coded.Unrecognised.class::isInstance))
        .isNotEmpty();
  }

  @Test
  void aCodeLearntLaterIsKnownInOldCharts() {
    var patient = taken(ofNewPatient(TRANSACTION)).patient();
    var learned = new ChartStore(DATABASE, Coded.Known::new);
    assertThat(learned.charts.chart(patient).orElseThrow().conditions())
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.code()).isInstanceOf(Coded.Known.class));
  }

  @Verifies("H01")
  @Test
  void oneIdentifierWithTwoPeopleIsRefused() {
    var bundle = ofNewPatient(TRANSACTION);
    taken(bundle);
    var before = store.rows();
    var other = bundle.replace("Bundle200", "Somebody").replace("1980-05-17", "1944-01-01");
    assertThat(store.take(other)).isInstanceOf(Refused.class);
    assertThat(store.rows()).isEqualTo(before);
    assertThat(taken(bundle.replace("Bundle200", "Married")).identityChanged()).isTrue();
  }

  @Test
  void theRunningClinicCannotChangeOrRemoveAFact() {
    taken(ofNewPatient(TRANSACTION));
    for (var statement :
        new String[] {
          "update chart_fact set content = '{}'",
          "delete from chart_fact",
          "truncate chart_fact",
          "update chart_identity set content = '{}'",
          "delete from patient"
        }) {
      assertThatThrownBy(() -> store.jdbc.sql(statement).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aWeightTakenHereIsWrittenDownOnce() {
    var patient = taken(ofNewPatient(TRANSACTION)).patient();
    var key = new CommandKey(UUID.randomUUID().toString());
    var weight =
        Taking.weight(
            BodyWeight.ofPounds("154"),
            Optional.of(new Entered(new java.math.BigDecimal("154"), "[lb_av]")),
            ChartStore.NOW);
    var before = store.rows().get("chart_fact");

    for (int i = 0; i < 2; i++) {
      store.inTransaction(() -> {
        store.charts.recordMeasurements(patient, java.util.List.of(weight), ChartStore.CLERK, key);
        return 0;
      });
    }

    assertThat(store.rows()).containsEntry("chart_fact", before + 1);
    var latest =
        store.charts.latest(patient, java.util.List.of("29463-7"), ChartStore.NOW).orElseThrow();
    assertThat(latest.value()).isEqualByComparingTo("69.85322498");
    assertThat(latest.entered().orElseThrow().unit()).isEqualTo("[lb_av]");
    assertThat(latest.provenance().source()).isEqualTo("clinic");
  }

  @Test
  void thereIsNoChartOfNobody() {
    assertThat(store.charts.chart(new PatientId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void everyShippedPatientCanBeRead() {
    var names =
        ChartStore.file("/demonstration/patients/index.yaml")
            .lines()
            .filter(line -> line.startsWith("- "))
            .map(line -> line.replaceFirst(".*file: ([^,]+),.*", "$1"))
            .toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(12);
    assertThat(
            names.stream()
                .map(name -> store.read(ChartStore.file("/demonstration/patients/" + name)))
                .map(reading -> reading.getClass().getSimpleName())
                .collect(Collectors.toSet()))
        .containsExactly("Read");
  }
}
