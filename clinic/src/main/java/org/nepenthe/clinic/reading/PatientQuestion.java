package org.nepenthe.clinic.reading;

import java.time.LocalDate;
import java.util.List;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.KnowledgeBase;

/// What people ask, and an honest answer in plain words.
///
/// @param shortly the answer in a few words
/// @param evidence what the answer rests on
/// @param against what speaks against it
public record PatientQuestion(
    String id,
    String asks,
    String shortly,
    String answer,
    List<Evidence> evidence,
    List<Evidence> against) {
  public PatientQuestion {
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
  }

  /// Every question in force on a day, in the order of the knowledge.
  static List<PatientQuestion> all(KnowledgeBase knowledge, LocalDate day) {
    return knowledge.ofKind("patient-question").stream()
        .flatMap(entry ->
            entry
                .on(day)
                .map(values ->
                    new PatientQuestion(
                        entry.id(),
                        values.text("asks"),
                        values.text("short"),
                        values.text("answers"),
                        values.evidence(),
                        values.against()))
                .stream())
        .toList();
  }
}
