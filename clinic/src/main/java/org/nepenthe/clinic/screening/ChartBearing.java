package org.nepenthe.clinic.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Question;
import org.nepenthe.knowledge.KnowledgeBase;

/// What the chart says that bears on a question of the interview: what the rules that need its
/// answer look at, and what they show beside.
record ChartBearing(KnowledgeBase knowledge, LocalDate day) {
  private static final Comparator<ChartMention> NEWEST_FIRST =
      Comparator.comparing(ChartMention::at, Comparator.comparing(at -> at.orElse(Instant.MIN)));

  List<ChartMention> on(Question question, ScreeningFacts facts) {
    var stating = concepts(question, "stated-by");
    var beside = concepts(question, "shown-beside", "done-by");
    var all = new ArrayList<ChartMention>();
    conditions(facts, stating, true, all);
    conditions(facts, beside, false, all);
    medications(facts, stating, true, all);
    medications(facts, beside, false, all);
    allergies(facts, stating, all);
    for (var concept : beside) {
      newest(facts, concept).ifPresent(all::add);
    }
    return withoutRepeats(all);
  }

  private Set<String> concepts(Question question, String... keys) {
    var concepts = new LinkedHashSet<String>();
    for (var rule : question.neededBy()) {
      var values = knowledge.find(rule.value()).flatMap(entry -> entry.on(day));
      for (var key : keys) {
        values.ifPresent(found -> concepts.addAll(found.references(key)));
      }
    }
    return concepts;
  }

  private static void conditions(
      ScreeningFacts facts, Set<String> concepts, boolean states, List<ChartMention> all) {
    for (var condition : facts.chart().conditions()) {
      if (condition.status() != Condition.Status.INACTIVE
          && facts.concepts().isOneOf(condition.code(), concepts)) {
        all.add(
            mention(
                condition.code(),
                condition.status() == Condition.Status.NOT_KNOWN,
                condition.onset(),
                condition.provenance(),
                states));
      }
    }
  }

  private static void medications(
      ScreeningFacts facts, Set<String> concepts, boolean states, List<ChartMention> all) {
    for (var medication : facts.chart().medications()) {
      if (medication.status() != Medication.Status.STOPPED
          && facts.concepts().isOneOf(medication.drug(), concepts)) {
        all.add(
            mention(
                medication.drug(),
                medication.status() == Medication.Status.NOT_KNOWN,
                medication.orderedAt(),
                medication.provenance(),
                states));
      }
    }
  }

  private static void allergies(
      ScreeningFacts facts, Set<String> concepts, List<ChartMention> all) {
    for (var allergy : facts.chart().allergies()) {
      if (allergy.status() != Allergy.Status.INACTIVE
          && facts.concepts().isOneOf(allergy.substance(), concepts)) {
        all.add(
            new ChartMention(
                "allergy to " + allergy.substance().display(),
                allergy.since(),
                List.of(allergy.provenance().sourceId()),
                allergy.status() == Allergy.Status.ACTIVE));
      }
    }
  }

  private static ChartMention mention(
      Coded what, boolean doubtful, Optional<Instant> at, Provenance from, boolean states) {
    return new ChartMention(
        doubtful ? what.display() + " (whether it still holds is not stated)" : what.display(),
        at,
        List.of(from.sourceId()),
        states && !doubtful);
  }

  private static Optional<ChartMention> newest(ScreeningFacts facts, String concept) {
    return facts.chart().measurements().stream()
        .filter(measurement -> facts.concepts().isOneOf(measurement.what(), List.of(concept)))
        .max(Comparator.comparing(Measurement::at))
        .map(measurement ->
            new ChartMention(
                measurement.words(),
                Optional.of(measurement.at()),
                List.of(measurement.provenance().sourceId()),
                false));
  }

  /// The same thing ordered ten times is shown once, with its newest date.
  private static List<ChartMention> withoutRepeats(List<ChartMention> all) {
    var kept = new LinkedHashMap<String, ChartMention>();
    all.stream()
        .sorted(NEWEST_FIRST.reversed())
        .forEach(mention -> kept.merge(mention.words(), mention, ChartMention::and));
    return List.copyOf(kept.values());
  }
}
