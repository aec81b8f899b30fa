package org.nepenthe.knowledge.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Code;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.Values;

/// A questionnaire or scale: what it measures, how it is scored, what its scores mean, and whether
/// its text may be shown.
///
/// @param scale the range of its score; empty where nothing is known or it is off
/// @param answers what every item can be answered with; empty where items are answered yes or no
/// @param cutOffs from which score on it means what; those that are off are left out
/// @param changes from which change on it matters; those that are off are left out
/// @param safetyAnswers answers that are talked about the same day, whatever the score is
public record InstrumentCard(
    String id,
    String title,
    String shortTitle,
    String measures,
    FilledInBy filledInBy,
    Optional<Range> scale,
    HigherIs higherIs,
    Scoring scoring,
    Optional<String> timeframe,
    List<Answer> answers,
    List<Item> items,
    List<CutOff> cutOffs,
    List<CutOff> changes,
    List<SafetyAnswer> safetyAnswers,
    Licence licence,
    String licenceSays,
    WhoseText text,
    List<Code> loinc,
    Optional<String> note,
    List<Evidence> evidence) {
  /// The kind of entry this reads.
  public static final String KIND = "instrument-card";

  public InstrumentCard {
    answers = List.copyOf(answers);
    items = List.copyOf(items);
    cutOffs = List.copyOf(cutOffs);
    changes = List.copyOf(changes);
    safetyAnswers = List.copyOf(safetyAnswers);
    loinc = List.copyOf(loinc);
    evidence = List.copyOf(evidence);
  }

  /// Whose answers they are.
  public enum FilledInBy {
    PATIENT,
    CLINICIAN
  }

  /// What a higher score says.
  public enum HigherIs {
    WORSE,
    BETTER,
    NEITHER
  }

  /// One of the answers that every item can have.
  public record Answer(int value, String words) {}

  /// One item.
  ///
  /// @param asks its text; empty where the site has to put it in
  /// @param countsWhenYes for items of one point: true where yes counts, false where no counts
  public record Item(
      String key,
      Optional<String> asks,
      boolean countsWhenYes,
      Optional<BigDecimal> yesFemale,
      Optional<BigDecimal> yesMale) {}

  /// A score, or a change of it, and what is said from there on. [Amount#isBreachedBy] tells
  /// whether a score reaches it.
  public record CutOff(Amount at, String means) {}

  /// An answer to one item that nobody passes over. [Amount#isBreachedBy] tells whether an answer
  /// is one.
  ///
  /// @param says what is done about it
  public record SafetyAnswer(String item, Amount answer, String says) {}

  /// The severest of the cut-offs that a score reaches: the last one, since they stand in order.
  public Optional<CutOff> reached(BigDecimal score) {
    return cutOffs.stream()
        .filter(cutOff -> cutOff.at().isBreachedBy(score))
        .reduce((_, later) -> later);
  }

  /// Every instrument on a day, in the order of the knowledge base.
  public static List<InstrumentCard> all(KnowledgeBase base, LocalDate day) {
    return base.ofKind(KIND).stream()
        .flatMap(entry -> entry.on(day).map(values -> of(entry, values)).stream())
        .toList();
  }

  public static Optional<InstrumentCard> find(KnowledgeBase base, LocalDate day, String id) {
    return all(base, day).stream().filter(card -> card.id().equals(id)).findFirst();
  }

  private static InstrumentCard of(Entry entry, Values values) {
    return new InstrumentCard(
        entry.id(),
        entry.title(),
        values.text("short"),
        values.text("measures"),
        values.choice("filled-in-by", FilledInBy.class),
        values.findRange("scale").filter(range -> range.use() != Use.OFF),
        values.choice("higher-is", HigherIs.class),
        values.choice("scored-by", Scoring.class),
        values.findText("timeframe"),
        values.groups("answers").stream()
            .map(item -> new Answer(whole(item.amount("value")), item.text("words")))
            .toList(),
        values.groups("items").stream().map(InstrumentCard::item).toList(),
        cutOffs(values, "cut-offs", "at"),
        cutOffs(values, "changes-that-matter", "change"),
        values.groups("safety-answers").stream()
            .map(item ->
                new SafetyAnswer(item.text("item"), item.amount("answer"), item.text("says")))
            .toList(),
        values.choice("licence", Licence.class),
        values.text("licence-says"),
        values.choice("text", WhoseText.class),
        values.codes("loinc"),
        values.findText("note"),
        values.evidence());
  }

  private static int whole(Amount amount) {
    return amount.in("1").intValueExact();
  }

  private static Item item(Values values) {
    return new Item(
        values.text("key"),
        values.findText("asks"),
        values.findChoice("counts-when").map("yes"::equals).orElse(true),
        values.findSetting("yes-female").map(amount -> amount.in("1")),
        values.findSetting("yes-male").map(amount -> amount.in("1")));
  }

  private static List<CutOff> cutOffs(Values values, String key, String number) {
    return values.groups(key).stream()
        .filter(item -> item.setting(number).use() != Use.OFF)
        .map(item -> new CutOff(item.amount(number), item.text("means")))
        .toList();
  }
}
