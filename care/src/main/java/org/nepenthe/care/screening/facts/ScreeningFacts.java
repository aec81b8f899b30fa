package org.nepenthe.care.screening.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Fact;
import org.nepenthe.care.chart.Finding;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.ProcedureDone;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.care.screening.examination.Examinations;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.OpioidDoseStated;
import org.nepenthe.care.screening.interview.TrialJudged;

/// Everything screening looks at: the chart, what was attested in the interview, the referral.
/// What a list does not hold is not known; only an answer says that something is absent.
///
/// The chart is sorted by concept once, so that a rule does not read it from end to end.
public final class ScreeningFacts {
  private final Chart chart;
  private final Interview interview;
  private final Optional<Referral> referral;
  private final Concepts concepts;
  private final Examinations examinations;
  private final List<OpioidDoseStated> doses;
  private final List<TrialJudged> trials;
  private final Sorted<Condition> conditions;
  private final Sorted<Medication> medicines;
  private final Sorted<Allergy> allergies;
  private final Sorted<Measurement> measurements;
  private final Sorted<ProcedureDone> procedures;

  /// Facts of a course in which nothing was examined yet.
  public ScreeningFacts(
      Chart chart, Interview interview, Optional<Referral> referral, Concepts concepts) {
    this(chart, interview, referral, concepts, Examinations.NONE, List.of(), List.of());
  }

  /// @param doses what clinicians wrote down on opioids whose dose the list does not give, in order
  /// @param trials what clinicians said of earlier therapies, in order
  public ScreeningFacts(
      Chart chart,
      Interview interview,
      Optional<Referral> referral,
      Concepts concepts,
      Examinations examinations,
      List<OpioidDoseStated> doses,
      List<TrialJudged> trials) {
    this.examinations = examinations;
    this.doses = List.copyOf(doses);
    this.trials = List.copyOf(trials);
    this.chart = chart;
    this.interview = interview;
    this.referral = referral;
    this.concepts = concepts;
    this.conditions =
        Sorted.of(
            chart.conditions().stream()
                .filter(condition -> condition.status() != Condition.Status.INACTIVE)
                .toList(),
            Condition::code,
            concepts);
    this.medicines =
        Sorted.of(
            chart.medications().stream()
                .filter(medication -> medication.status() != Medication.Status.STOPPED)
                .toList(),
            Medication::drug,
            concepts);
    this.allergies =
        Sorted.of(
            chart.allergies().stream()
                .filter(allergy -> allergy.status() != Allergy.Status.INACTIVE)
                .toList(),
            Allergy::substance,
            concepts);
    this.measurements = Sorted.of(chart.measurements(), Measurement::what, concepts);
    this.procedures = Sorted.of(chart.procedures(), ProcedureDone::what, concepts);
  }

  public Chart chart() {
    return chart;
  }

  public Interview interview() {
    return interview;
  }

  public Optional<Referral> referral() {
    return referral;
  }

  public Examinations examinations() {
    return examinations;
  }

  public List<OpioidDoseStated> doses() {
    return doses;
  }

  /// What clinicians said last of each kind of therapy.
  public List<TrialJudged> trials() {
    return trials.stream()
        .map(TrialJudged::kind)
        .distinct()
        .flatMap(kind -> trial(kind).stream())
        .toList();
  }

  /// What a clinician said last of a kind of therapy; of two at one moment the one written down
  /// last. What somebody said who may not attest does not count.
  public Optional<TrialJudged> trial(TherapyKind kind) {
    return trials.stream()
        .filter(trial -> trial.kind() == kind && Interview.mayAttest(trial.by().role()))
        .reduce((earlier, later) -> earlier.at().isAfter(later.at()) ? earlier : later);
  }

  public Concepts concepts() {
    return concepts;
  }

  /// What the chart says of conditions that stand for one of the concepts. One nobody mapped could
  /// be any of them.
  public Mentions conditions(Collection<String> of) {
    return mentions(
        conditions,
        of,
        condition -> condition.status() == Condition.Status.ACTIVE,
        condition ->
            new Mention(
                condition.code().display(),
                condition.onset(),
                condition.provenance().sourceId(),
                condition.provenance().recordedAt()));
  }

  /// What the chart says of medicines taken now that stand for one of the concepts. One nobody
  /// mapped could be any of them.
  public Mentions medicines(Collection<String> of) {
    return mentions(
        medicines,
        of,
        medication -> medication.status() == Medication.Status.ACTIVE,
        medication ->
            new Mention(
                medication.drug().display(),
                medication.orderedAt(),
                medication.provenance().sourceId(),
                medication.provenance().recordedAt()));
  }

  /// What the chart says of allergies to one of the concepts. One nobody mapped could be to them.
  public Mentions allergies(Collection<String> of) {
    return mentions(
        allergies,
        of,
        allergy -> allergy.status() == Allergy.Status.ACTIVE,
        allergy ->
            new Mention(
                "allergy to " + allergy.substance().display(),
                allergy.since(),
                allergy.provenance().sourceId(),
                allergy.provenance().recordedAt()));
  }

  /// What observations answered in words or codes that stand for one of the concepts: of each
  /// question the newest answer, for another one takes it back. One that is too old may no longer
  /// hold.
  ///
  /// @param freshFor how long an answer holds
  public Mentions found(Collection<String> of, Instant at, Duration freshFor) {
    var newest = new LinkedHashMap<String, Finding>();
    for (var finding : chart.findings()) {
      newest.merge(
          finding.what().system() + " " + finding.what().code(),
          finding,
          (a, b) -> a.at().isAfter(b.at()) ? a : b);
    }
    var stated = new ArrayList<Mention>();
    var doubtful = new ArrayList<Mention>();
    for (var finding : newest.values()) {
      if (concepts.isOneOf(finding.result(), of)) {
        var fresh = Reading.of(finding, finding.at(), at, freshFor) instanceof Reading.Fresh;
        (fresh ? stated : doubtful)
            .add(
                new Mention(
                    finding.what().display() + ": " + finding.result().display(),
                    Optional.of(finding.at()),
                    finding.provenance().sourceId(),
                    finding.provenance().recordedAt()));
      }
    }
    return new Mentions(stated, doubtful, List.of());
  }

  /// Procedures that were done and stand for one of the concepts, newest first.
  public List<ProcedureDone> done(Collection<String> of) {
    return procedures.of(of).stream()
        .sorted(
            Comparator.comparing(
                (ProcedureDone one) -> one.at().orElse(Instant.MIN), Comparator.reverseOrder()))
        .toList();
  }

  /// Procedures that were done and stand for one of the concepts.
  public Mentions procedures(Collection<String> of) {
    return mentions(
        procedures,
        of,
        _ -> true,
        procedure ->
            new Mention(
                procedure.what().display(),
                procedure.at(),
                procedure.provenance().sourceId(),
                procedure.provenance().recordedAt()));
  }

  /// The newest measurement of one of the concepts, even one dated in the future: whoever uses it
  /// judges its age.
  public Optional<Measurement> newest(Collection<String> of) {
    Optional<Measurement> newest = Optional.empty();
    for (var one : measurements.of(of)) {
      if (newest.isEmpty() || one.at().isAfter(newest.get().at())) {
        newest = Optional.of(one);
      }
    }
    return newest;
  }

  /// Every measurement of one of the concepts.
  public List<Measurement> measurements(Collection<String> of) {
    return List.copyOf(measurements.of(of));
  }

  /// Medicines which are taken, or may be, and stand for one of the concepts.
  public List<Medication> medications(Collection<String> of) {
    return List.copyOf(medicines.of(of));
  }

  private static <T extends Fact> Mentions mentions(
      Sorted<T> sorted,
      Collection<String> concepts,
      java.util.function.Predicate<T> sure,
      Function<T, Mention> mention) {
    var stated = new ArrayList<Mention>();
    var doubtful = new ArrayList<Mention>();
    for (var fact : sorted.of(concepts)) {
      (sure.test(fact) ? stated : doubtful).add(mention.apply(fact));
    }
    return new Mentions(stated, doubtful, sorted.unmapped().stream().map(mention).toList());
  }

  /// Facts by the concepts their codes stand for, in the order of the chart.
  private record Sorted<T>(Map<String, List<T>> byConcept, List<T> unmapped) {
    static <T> Sorted<T> of(List<T> facts, Function<T, Coded> code, Concepts concepts) {
      var byConcept = new HashMap<String, List<T>>();
      var unmapped = new ArrayList<T>();
      for (var fact : facts) {
        var of = concepts.of(code.apply(fact));
        for (var concept : of) {
          byConcept.computeIfAbsent(concept, _ -> new ArrayList<>()).add(fact);
        }
        if (of.isEmpty()) {
          unmapped.add(fact);
        }
      }
      return new Sorted<>(byConcept, unmapped);
    }

    Collection<T> of(Collection<String> concepts) {
      if (concepts.size() == 1) {
        return byConcept.getOrDefault(concepts.iterator().next(), List.of());
      }
      Set<T> all = new LinkedHashSet<>();
      for (var concept : concepts) {
        all.addAll(byConcept.getOrDefault(concept, List.of()));
      }
      return all;
    }
  }

  /// One entry of the chart.
  ///
  /// @param sourceId its own name in its source, by which an answer may refute it
  /// @param recordedAt when it reached us
  public record Mention(
      String words, Optional<Instant> since, String sourceId, Instant recordedAt) {}

  /// What the chart says of one question.
  ///
  /// @param stated entries that say yes
  /// @param doubtful entries of which the source does not say whether they still hold
  /// @param unmapped entries nobody mapped, which could say yes
  public record Mentions(List<Mention> stated, List<Mention> doubtful, List<Mention> unmapped) {
    public Mentions {
      stated = List.copyOf(stated);
      doubtful = List.copyOf(doubtful);
      unmapped = List.copyOf(unmapped);
    }

    /// Both together.
    public Mentions and(Mentions other) {
      return new Mentions(
          Stream.concat(stated.stream(), other.stated.stream()).toList(),
          Stream.concat(doubtful.stream(), other.doubtful.stream()).toList(),
          Stream.concat(unmapped.stream(), other.unmapped.stream()).toList());
    }
  }
}
