package org.nepenthe.clinic.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Screening;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.rules.RuleKind;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.fhir.BundleReader;
import org.nepenthe.fhir.BundleReading;
import org.nepenthe.fhir.Receipt;
import org.nepenthe.knowledge.KnowledgeBase;

/// Screening on the charts that are shipped, before anybody was interviewed.
class DemonstrationPatientsTest {
  private static final Path PATIENTS = Path.of("src/main/resources/demonstration/patients");
  private static final Instant NOW = Instant.parse("2026-12-31T12:00:00Z");
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final Concepts CONCEPTS = Concepts.of(KNOWLEDGE, LocalDate.of(2026, 12, 31));
  private static final Screening SCREENING = new Screening(KNOWLEDGE, ZoneOffset.UTC, "test");

  private static final int RULES = RuleKind.entries(KNOWLEDGE).size();

  static Stream<Path> patients() throws IOException {
    try (var files = Files.list(PATIENTS)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("patients")
  @Verifies("H28")
  void aChartAloneMakesNobodyEligible(Path patient) throws IOException {
    var decision = SCREENING.assess(facts(patient), NOW);
    assertThat(decision.outcome()).isNotInstanceOf(Eligible.class);
    assertThat(decision.reasons()).hasSize(RULES);
  }

  /// What a rule should find is told by the chart's own words, not by the codes of the knowledge.
  @ParameterizedTest
  @MethodSource("patients")
  @Verifies({"H28", "H31"})
  void whatTheChartStatesIsFound(Path patient) throws IOException {
    var facts = facts(patient);
    var chart = facts.chart();
    if (chart.conditions().stream().anyMatch(c -> isActive(c, "hypertension"))) {
      assertThat(verdict(facts, "SCR-TST-01")).isInstanceOf(Verdict.Met.class);
    }
    if (chart.conditions().stream().anyMatch(c -> isActive(c, "opioid abuse"))) {
      assertThat(verdict(facts, "SCR-SUD-01")).isInstanceOf(Verdict.Met.class);
    }
    if (chart.conditions().stream().anyMatch(c -> isActive(c, "cirrhosis"))) {
      assertThat(verdict(facts, "SCR-TST-02").observed()).contains("on the chart", "irrhosis");
    }
    if (chart.medications().stream()
        .anyMatch(m ->
            m.status() == Medication.Status.ACTIVE
                && m.drug().display().toLowerCase(java.util.Locale.ROOT).contains("codone"))) {
      assertThat(verdict(facts, "SCR-INT-02")).isInstanceOf(Verdict.Met.class);
    }
  }

  private static boolean isActive(Condition condition, String words) {
    return condition.status() == Condition.Status.ACTIVE
        && condition.code().display().toLowerCase(java.util.Locale.ROOT).contains(words);
  }

  private static Verdict verdict(ScreeningFacts facts, String rule) {
    return SCREENING.assess(facts, NOW).reasons().stream()
        .filter(reason -> reason.rule().value().equals(rule))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static ScreeningFacts facts(Path patient) throws IOException {
    var reading =
        new BundleReader(CONCEPTS)
            .read(() -> Files.newInputStream(patient), new Receipt(NOW, "u1", ZoneOffset.UTC));
    var read = (BundleReading.Read) reading;
    var stated = read.identity();
    var identity =
        new Identity(
            new PatientId(new UUID(0, 1)),
            stated.identifierSystem(),
            stated.identifier(),
            stated.family(),
            stated.given(),
            stated.birthDate(),
            stated.sex(),
            stated.deceasedAt(),
            new Provenance("bundle", stated.sourceId(), NOW, "u1"));
    return new ScreeningFacts(
        Chart.of(identity, read.facts()), new Interview(List.of()), Optional.empty(), CONCEPTS);
  }
}
