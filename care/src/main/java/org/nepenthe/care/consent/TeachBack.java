package org.nepenthe.care.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// The questions a patient answers before signing, to show whether the explanation was understood.
///
/// @param id of the knowledge entry
/// @param version what is answered is this version and no other
/// @param contentHash SHA-256 of every word of it, in hexadecimal
public record TeachBack(
    String id,
    String title,
    String version,
    String contentHash,
    String introduction,
    List<Question> questions) {
  private static final String OF_CONSENT = "CON-TEACH-BACK";

  public TeachBack {
    questions = List.copyOf(questions);
  }

  /// One question.
  ///
  /// @param key stable within its set
  /// @param right the one answer that is right
  /// @param wrong the others, at least one
  /// @param explains what is said where another answer was given
  public record Question(
      String key,
      String asks,
      String right,
      List<String> wrong,
      String explains,
      List<Evidence> evidence) {
    public Question {
      wrong = List.copyOf(wrong);
      evidence = List.copyOf(evidence);
      if (wrong.isEmpty() || wrong.contains(right)) {
        throw new IllegalArgumentException(
            "the question '" + key + "' needs a wrong answer, other than the right one");
      }
    }

    /// All answers in the order of their words, which gives the right one no fixed place.
    public List<String> answers() {
      return Stream.concat(Stream.of(right), wrong.stream()).sorted().toList();
    }
  }

  /// The questions in force on a day.
  ///
  /// @throws IllegalStateException where none are
  public static TeachBack of(KnowledgeBase knowledge, LocalDate day) {
    var entry = knowledge.entry(OF_CONSENT);
    return entry
        .on(day)
        .map(values -> of(entry, values))
        .orElseThrow(() -> new IllegalStateException("no questions are in force on " + day));
  }

  private static TeachBack of(Entry entry, Values values) {
    var questions =
        values.groups("questions").stream()
            .map(item ->
                new Question(
                    item.text("key"),
                    item.text("asks"),
                    item.text("right"),
                    item.texts("wrong"),
                    item.text("explains"),
                    item.evidence()))
            .toList();
    var words = new ArrayList<String>();
    words.add(entry.title());
    words.add(values.text("set-version"));
    words.add(values.text("introduction"));
    for (var question : questions) {
      words.add(question.key());
      words.add(question.asks());
      words.add(question.right());
      words.addAll(question.wrong());
      words.add(question.explains());
    }
    return new TeachBack(
        entry.id(),
        entry.title(),
        values.text("set-version"),
        ConsentText.hash(words),
        values.text("introduction"),
        questions);
  }
}
