package org.nepenthe.care.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.care.screening.rules.RuleKind;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;

/// The same rules twice: in Java with the numbers of the knowledge, and in CQL with numbers typed
/// from the sources, run by the reference engine of CQL (4.4.0) over 360 patients of Synthea 3.3.0.
/// Verdicts must agree exactly; there is no tolerance.
class CqlCrossCheckTest {
  private static final long SEED = 20_261_122L;
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();

  /// The rules that stand in `KetamineEligibility.cql`.
  private static final List<String> IN_CQL =
      List.of(
          "SCR-ALL-01",
          "SCR-HAZ-01",
          "SCR-VAS-01",
          "SCR-CVD-01",
          "SCR-BP-03",
          "SCR-PRG-01",
          "SCR-PSY-01",
          "SCR-LIV-01",
          "SCR-ICP-01",
          "SCR-IOP-01",
          "SCR-SUD-01",
          "SCR-THY-01",
          "SCR-INT-01",
          "SCR-LIV-02",
          "SCR-BP-01",
          "SCR-BP-02",
          "SCR-AGE-01",
          "SCR-AGE-02",
          "SCR-BLD-01",
          "SCR-INT-02",
          "SCR-INT-03",
          "SCR-TST-01",
          "SCR-TST-02",
          "SCR-TST-03");

  /// The rules that do not, each with the reason.
  private static final Map<String, String> NOT_IN_CQL =
      Map.ofEntries(
          Map.entry("SCR-IND-01", "decided from the referral, which Synthea does not have"),
          Map.entry("SCR-IND-02", "decided from the referral, which Synthea does not have"),
          Map.entry("SCR-TRI-01", "shows the referral, which Synthea does not have"),
          Map.entry("SCR-CON-01", "about charts that contradict themselves; Synthea's do not"),
          Map.entry("SCR-LIV-03", "needs the laboratory's limit, which Synthea does not send"),
          Map.entry("SCR-MME-01", "needs doses with a unit, which Synthea does not send"),
          Map.entry("SCR-SED-01", "counts kinds of medicine; worked out by hand in its own table"),
          Map.entry("SCR-CRP-01", "needs an examination, which Synthea does not have"),
          Map.entry("SCR-NEU-01", "needs a score, which Synthea does not have"),
          Map.entry("SCR-ORT-01", "needs a score, which Synthea does not have"),
          Map.entry("SCR-DST-01", "needs a score, which Synthea does not have"),
          Map.entry("SCR-PMP-01", "needs a look-up, which Synthea does not have"),
          Map.entry("SCR-UDT-01", "needs a test, which Synthea does not have"));

  @Test
  @Verifies("H34")
  void everyRuleIsEitherInCqlOrSaidNotToBe() {
    var all = new TreeSet<>(IN_CQL);
    assertThat(all).doesNotContainAnyElementsOf(NOT_IN_CQL.keySet());
    all.addAll(NOT_IN_CQL.keySet());
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(
            RuleKind.entries(KNOWLEDGE).stream().map(Entry::id).toList());
  }

  @Test
  @Verifies("H34")
  void javaAndCqlSayTheSameOfEveryPatient() {
    var screening = new Screening(KNOWLEDGE, ZoneOffset.UTC, "test");
    var library = CqlLibrary.named("KetamineEligibility");
    var questions = screening.interview(Case.NOW).stream().map(Question::id).toList();
    var patients = SyntheticPatient.all(questions, SEED);
    assertThat(patients).hasSizeGreaterThanOrEqualTo(300);

    var differing = new ArrayList<String>();
    var seen = new HashMap<String, Set<Optional<Boolean>>>();
    for (int number = 0; number < patients.size(); number++) {
      var patient = patients.get(number);
      var inCql = library.evaluate(IN_CQL, patient.parameters());
      for (var reason : screening.assess(patient.facts(KNOWLEDGE), patient.at()).reasons()) {
        var rule = reason.rule().value();
        if (inCql.containsKey(rule)) {
          var java = truth(reason.verdict());
          seen.computeIfAbsent(rule, _ -> new HashSet<>()).add(java);
          if (!java.equals(inCql.get(rule))) {
            differing.add(
                rule
                    + " of patient "
                    + number
                    + ": "
                    + reason.verdict()
                    + ", CQL says "
                    + inCql.get(rule));
          }
        }
      }
    }
    assertThat(differing).as("seed " + SEED).isEmpty();
    assertThat(seen).hasSize(IN_CQL.size());
    // A rule of which only one outcome was ever seen was not compared; nobody is a child here.
    assertThat(seen)
        .allSatisfy((rule, outcomes) ->
            assertThat(outcomes)
                .as(rule)
                .hasSizeGreaterThanOrEqualTo(rule.equals("SCR-AGE-02") ? 1 : 2));
  }

  private static Optional<Boolean> truth(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Met _ -> Optional.of(true);
      case Verdict.NotMet _ -> Optional.of(false);
      case Verdict.Unknown _ -> Optional.empty();
    };
  }
}
