package org.nepenthe.clinic.screening;

import java.time.LocalDate;
import java.util.List;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.KnowledgeBase;

/// What is often said of ketamine for pain, beside what the evidence says.
public record ClaimRow(
    String id,
    String claim,
    String verdict,
    String says,
    List<Evidence> evidence,
    List<Evidence> against) {

  static List<ClaimRow> all(KnowledgeBase knowledge, LocalDate day) {
    return knowledge.ofKind("claim").stream()
        .flatMap(entry ->
            entry.on(day).stream()
                .map(values ->
                    new ClaimRow(
                        entry.id(),
                        values.text("claim"),
                        values.choice("verdict").replace('-', ' '),
                        values.text("says"),
                        values.evidence(),
                        values.against())))
        .toList();
  }
}
