package org.nepenthe.care.screening.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;

/// What the chart knows that bears on a question without deciding it.
record ChartBeside(List<String> concepts, ClinicDates dates) {
  ChartBeside {
    concepts = List.copyOf(concepts);
  }

  Scope looksAt() {
    return Scope.of(What.CONDITION, concepts)
        .and(What.MEDICINE, concepts)
        .and(What.PROCEDURE, concepts)
        .and(What.MEASUREMENT, concepts);
  }

  /// One sentence, or nothing where the chart has nothing to show.
  String words(ScreeningFacts facts) {
    if (concepts.isEmpty()) {
      return "";
    }
    var shown = new ArrayList<String>();
    var conditions = facts.conditions(concepts);
    var medicines = facts.medicines(concepts);
    Stream.of(conditions.stated(), conditions.doubtful(), medicines.stated(), medicines.doubtful())
        .flatMap(List::stream)
        .map(mention ->
            mention.words() + mention.since().map(since -> " since " + dates.day(since)).orElse(""))
        .distinct()
        .forEach(shown::add);
    for (var one : facts.done(concepts)) {
      shown.add(
          one.what().display()
              + one.at().map(at -> " on " + dates.day(at)).orElse(", date not stated"));
    }
    for (var concept : concepts) {
      facts
          .newest(List.of(concept))
          .ifPresent(
              measurement -> shown.add(measurement.words() + " on " + dates.day(measurement.at())));
    }
    return shown.isEmpty() ? "" : "The chart also shows: " + String.join("; ", shown);
  }
}
