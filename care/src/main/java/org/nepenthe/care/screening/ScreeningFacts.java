package org.nepenthe.care.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.referral.Referral;

/// Everything screening looks at: the chart, what was attested in the interview, the referral.
/// What a list does not hold is not known; only an answer says that something is absent.
public record ScreeningFacts(
    Chart chart, Interview interview, Optional<Referral> referral, Concepts concepts) {

  /// What the chart says of conditions that stand for one of the concepts.
  Mentions conditions(Collection<String> of) {
    var stated = new ArrayList<Mention>();
    var doubtful = new ArrayList<Mention>();
    for (var condition : chart.conditions()) {
      if (concepts.isOneOf(condition.code(), of)) {
        var mention =
            new Mention(
                condition.code().display(),
                condition.onset(),
                condition.provenance().sourceId(),
                condition.provenance().recordedAt());
        switch (condition.status()) {
          case Condition.Status.ACTIVE -> stated.add(mention);
          case Condition.Status.NOT_KNOWN -> doubtful.add(mention);
          case Condition.Status.INACTIVE -> {}
        }
      }
    }
    return new Mentions(stated, doubtful, List.of());
  }

  /// What the chart says of medicines taken now that stand for one of the concepts. One nobody
  /// mapped could be any of them.
  Mentions medicines(Collection<String> of) {
    var stated = new ArrayList<Mention>();
    var doubtful = new ArrayList<Mention>();
    var unmapped = new ArrayList<Mention>();
    for (var medication : chart.medications()) {
      if (medication.status() == Medication.Status.STOPPED) {
        continue;
      }
      var mention =
          new Mention(
              medication.drug().display(),
              medication.orderedAt(),
              medication.provenance().sourceId(),
              medication.provenance().recordedAt());
      if (concepts.isOneOf(medication.drug(), of)) {
        (medication.status() == Medication.Status.ACTIVE ? stated : doubtful).add(mention);
      } else if (concepts.isUnmapped(medication.drug())) {
        unmapped.add(mention);
      }
    }
    return new Mentions(stated, doubtful, unmapped);
  }

  /// What the chart says of allergies to one of the concepts. One nobody mapped could be to them.
  Mentions allergies(Collection<String> of) {
    var stated = new ArrayList<Mention>();
    var doubtful = new ArrayList<Mention>();
    var unmapped = new ArrayList<Mention>();
    for (var allergy : chart.allergies()) {
      if (allergy.status() == Allergy.Status.INACTIVE) {
        continue;
      }
      var mention =
          new Mention(
              "allergy to " + allergy.substance().display(),
              allergy.since(),
              allergy.provenance().sourceId(),
              allergy.provenance().recordedAt());
      if (concepts.isOneOf(allergy.substance(), of)) {
        (allergy.status() == Allergy.Status.ACTIVE ? stated : doubtful).add(mention);
      } else if (concepts.isUnmapped(allergy.substance())) {
        unmapped.add(mention);
      }
    }
    return new Mentions(stated, doubtful, unmapped);
  }

  /// The newest measurement of one of the concepts, even one dated in the future: whoever uses it
  /// judges its age.
  Optional<Measurement> newest(Collection<String> of) {
    return chart.measurements().stream()
        .filter(measurement -> concepts.isOneOf(measurement.what(), of))
        .max(Comparator.comparing(Measurement::at));
  }

  /// One entry of the chart.
  ///
  /// @param sourceId its own name in its source, by which an answer may refute it
  /// @param recordedAt when it reached us
  record Mention(String words, Optional<Instant> since, String sourceId, Instant recordedAt) {}

  /// What the chart says of one question.
  ///
  /// @param stated entries that say yes
  /// @param doubtful entries of which the source does not say whether they still hold
  /// @param unmapped entries nobody mapped, which could say yes
  record Mentions(List<Mention> stated, List<Mention> doubtful, List<Mention> unmapped) {
    Mentions {
      stated = List.copyOf(stated);
      doubtful = List.copyOf(doubtful);
      unmapped = List.copyOf(unmapped);
    }
  }
}
