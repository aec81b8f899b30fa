package org.nepenthe.care.consent;

import java.time.LocalDate;
import java.util.List;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;

/// The text a patient reads and signs, with what each statement rests on.
///
/// @param id of the knowledge entry
/// @param version what is signed is this version and no other
/// @param contentHash SHA-256 of every word the patient reads, in hexadecimal
/// @param agreement the sentence above the signature
public record ConsentForm(
    String id,
    String title,
    String version,
    String contentHash,
    String introduction,
    List<Statement> statements,
    String withdrawal,
    String agreement) {
  /// The kind of entry, and the one form of off-label ketamine.
  private static final String OFF_LABEL = "CON-OFF-LABEL";

  public ConsentForm {
    statements = List.copyOf(statements);
  }

  /// One thing the patient is told.
  ///
  /// @param evidence what it rests on, for the clinician who explains it
  public record Statement(String heading, String words, List<Evidence> evidence) {
    public Statement {
      evidence = List.copyOf(evidence);
    }
  }

  /// The form that is in force on a day.
  public static ConsentForm offLabel(KnowledgeBase knowledge, LocalDate day) {
    return of(knowledge.entry(OFF_LABEL), day);
  }

  private static ConsentForm of(Entry entry, LocalDate day) {
    var values =
        entry
            .on(day)
            .orElseThrow(() -> new IllegalStateException("no consent text is in force on " + day));
    var statements =
        values.groups("statements").stream()
            .map(item -> new Statement(item.text("heading"), item.text("words"), item.evidence()))
            .toList();
    return new ConsentForm(
        entry.id(),
        entry.title(),
        values.text("form-version"),
        ConsentText.hash(
            entry.title(),
            values.text("form-version"),
            values.text("introduction"),
            statements,
            values.text("withdrawal"),
            values.text("agreement")),
        values.text("introduction"),
        statements,
        values.text("withdrawal"),
        values.text("agreement"));
  }
}
