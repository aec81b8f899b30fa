package org.nepenthe.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.nepenthe.care.chart.Vocabulary;
import org.nepenthe.care.decision.Coded;

/// Between FHIR's coded values and ours.
final class Codes {
  private Codes() {}

  /// The first coding the clinic knows, else the first there is, else the words; empty where the
  /// concept says nothing at all.
  static Optional<Coded> read(CodeableConcept concept, Vocabulary vocabulary) {
    Optional<Coded> first = Optional.empty();
    for (var coding : concept.getCoding()) {
      if (!coding.hasCode()) {
        continue;
      }
      var coded = vocabulary.classify(system(coding), coding.getCode(), display(concept, coding));
      if (coded instanceof Coded.Known) {
        return Optional.of(coded);
      }
      first = first.or(() -> Optional.of(coded));
    }
    return first.or(() -> words(display(concept, new Coding())));
  }

  static Optional<Coded> words(String words) {
    return words.isBlank()
        ? Optional.empty()
        : Optional.of(new Coded.Unrecognised("", "", words.strip()));
  }

  private static String system(Coding coding) {
    return coding.hasSystem() ? coding.getSystem() : "";
  }

  private static String display(CodeableConcept concept, Coding coding) {
    if (coding.hasDisplay()) {
      return coding.getDisplay();
    }
    if (concept.hasText()) {
      return concept.getText();
    }
    if (coding.hasCode()) {
      return coding.getCode();
    }
    return concept.hasCoding() && concept.getCodingFirstRep().hasDisplay()
        ? concept.getCodingFirstRep().getDisplay()
        : "";
  }

  static boolean has(CodeableConcept concept, String code) {
    return concept.getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
  }
}
