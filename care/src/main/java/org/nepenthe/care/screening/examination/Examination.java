package org.nepenthe.care.screening.examination;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.instrument.CardScore;
import org.nepenthe.knowledge.instrument.CardScore.WeighedAs;
import org.nepenthe.knowledge.instrument.DiagnosticCriteria;
import org.nepenthe.knowledge.instrument.InstrumentCard;

/// Something to examine, score or look up, as the knowledge states it on a day.
public sealed interface Examination {
  String id();

  String title();

  /// What is asked or looked at, in order.
  List<Line> lines();

  /// Whether only a total can be written down, because the text of the items is not ours to show.
  boolean totalOnly();

  /// Met where the criteria are fulfilled, a cut-off is reached, or what was looked up is as
  /// expected; unknown where items that decide are missing.
  Verdict result(Examined examined, Sex sex);

  List<Evidence> evidence();

  /// One item of the form.
  ///
  /// @param group what it belongs to; empty where the form has no parts
  record Line(String key, String group, String asks) {}

  /// The examination of an entry; empty where the entry is none, or not in force.
  static Optional<Examination> of(KnowledgeBase knowledge, String id, LocalDate day) {
    var entry = knowledge.entry(id);
    if (entry.on(day).isEmpty()) {
      return Optional.empty();
    }
    return switch (entry.kind()) {
      case "diagnostic-criteria" ->
          Optional.of(new Criteria(DiagnosticCriteria.of(knowledge, id, day)));
      case "instrument-card" -> InstrumentCard.find(knowledge, day, id).map(Scored::new);
      case "look-up" ->
          entry
              .on(day)
              .map(values ->
                  new LookUp(
                      id,
                      entry.title(),
                      values.text("asks"),
                      values.text("help"),
                      values.evidence()));
      default -> Optional.empty();
    };
  }

  /// The criteria of a diagnosis: statements, and categories of symptoms and signs to be counted.
  record Criteria(DiagnosticCriteria criteria) implements Examination {
    private static final String SYMPTOM = "symptom-";
    private static final String SIGN = "sign-";

    @Override
    public String id() {
      return criteria.id();
    }

    @Override
    public String title() {
      return criteria.title();
    }

    @Override
    public List<Line> lines() {
      var lines = new ArrayList<Line>();
      criteria.before().forEach(one -> lines.add(new Line(one.key(), "Pain", one.asks())));
      for (var category : criteria.categories()) {
        lines.add(
            new Line(
                SYMPTOM + category.key(),
                "Symptoms the patient reports",
                category.title() + ": " + category.symptoms()));
      }
      for (var category : criteria.categories()) {
        lines.add(
            new Line(
                SIGN + category.key(),
                "Signs seen today",
                category.title() + ": " + category.signs()));
      }
      criteria.after().forEach(one -> lines.add(new Line(one.key(), "Diagnosis", one.asks())));
      return lines;
    }

    @Override
    public boolean totalOnly() {
      return false;
    }

    /// The clinical rule.
    @Override
    public Verdict result(Examined examined, Sex sex) {
      return counted(examined, criteria.symptomsNeeded());
    }

    /// The stricter rule that trials use.
    public Verdict forResearch(Examined examined) {
      return counted(examined, criteria.symptomsNeededForResearch());
    }

    private Verdict counted(Examined examined, org.nepenthe.knowledge.Amount symptomsNeeded) {
      var verdict = enough(examined, SYMPTOM, "symptoms", symptomsNeeded);
      verdict = verdict.and(enough(examined, SIGN, "signs", criteria.signsNeeded()));
      for (var statement : statements()) {
        verdict = verdict.and(stated(examined, statement));
      }
      return verdict;
    }

    private List<DiagnosticCriteria.Statement> statements() {
      var all = new ArrayList<>(criteria.before());
      all.addAll(criteria.after());
      return all;
    }

    private static Verdict stated(Examined examined, DiagnosticCriteria.Statement statement) {
      var words = Character.toLowerCase(statement.asks().charAt(0)) + statement.asks().substring(1);
      return switch (examined.answer(statement.key())) {
        case PRESENT -> new Verdict.Met(words, Optional.of(examined.at()));
        case ABSENT -> new Verdict.NotMet("not so: " + words, Optional.of(examined.at()));
        case NOT_KNOWN -> Verdict.unknown("not known: " + words);
      };
    }

    /// Categories present are enough, or with all that are not known would still be too few.
    private Verdict enough(
        Examined examined, String what, String words, org.nepenthe.knowledge.Amount needed) {
      int present = 0;
      int open = 0;
      for (var category : criteria.categories()) {
        switch (examined.answer(what + category.key())) {
          case PRESENT -> present++;
          case ABSENT -> {}
          case NOT_KNOWN -> open++;
        }
      }
      var found =
          words
              + " in "
              + present
              + " of "
              + criteria.categories().size()
              + " categories ("
              + needed.plainWords()
              + " needed)";
      if (needed.isBreachedBy(BigDecimal.valueOf(present))) {
        return new Verdict.Met(found, Optional.of(examined.at()));
      }
      return needed.isBreachedBy(BigDecimal.valueOf(present + open))
          ? Verdict.unknown(found + ", " + open + " not known")
          : new Verdict.NotMet(found, Optional.of(examined.at()));
    }

    @Override
    public List<Evidence> evidence() {
      return criteria.evidence();
    }
  }

  /// An instrument with a score and cut-offs.
  record Scored(InstrumentCard card) implements Examination {
    @Override
    public String id() {
      return card.id();
    }

    @Override
    public String title() {
      return card.title();
    }

    @Override
    public List<Line> lines() {
      return totalOnly()
          ? List.of()
          : card.items().stream()
              .map(item -> new Line(item.key(), "", item.asks().orElse(item.key())))
              .toList();
    }

    @Override
    public boolean totalOnly() {
      return card.items().isEmpty()
          || card.items().stream().anyMatch(item -> item.asks().isEmpty());
    }

    /// The range in which a total must lie.
    public Optional<Range> scale() {
      return card.scale();
    }

    @Override
    public Verdict result(Examined examined, Sex sex) {
      if (examined.total().isPresent()) {
        return judged(BigDecimal.valueOf(examined.total().get()), examined);
      }
      return switch (CardScore.of(card, examined.points(), weighedAs(sex))) {
        case CardScore.Valid(var value) -> judged(value, examined);
        case CardScore.NotValid(var why) -> Verdict.unknown(String.join("; ", why));
      };
    }

    private Verdict judged(BigDecimal score, Examined examined) {
      var words = card.shortTitle() + " " + score.toPlainString();
      if (card.scale().filter(scale -> scale.contains(score)).isEmpty()) {
        return Verdict.unknown(words + " lies outside of its scale");
      }
      return card.reached(score)
          .<Verdict>map(cut -> new Verdict.Met(words + ": " + cut.means(), at(examined)))
          .orElseGet(() -> new Verdict.NotMet(words + ", below its cut-off", at(examined)));
    }

    private static Optional<java.time.Instant> at(Examined examined) {
      return Optional.of(examined.at());
    }

    private static Optional<WeighedAs> weighedAs(Sex sex) {
      return switch (sex) {
        case FEMALE -> Optional.of(WeighedAs.FEMALE);
        case MALE -> Optional.of(WeighedAs.MALE);
        case OTHER, NOT_KNOWN -> Optional.empty();
      };
    }

    @Override
    public List<Evidence> evidence() {
      return card.evidence();
    }
  }

  /// Something that is looked up or tested: as expected, or not.
  record LookUp(String id, String title, String asks, String help, List<Evidence> evidence)
      implements Examination {
    public static final String AS_EXPECTED = "as-expected";

    @Override
    public List<Line> lines() {
      return List.of(new Line(AS_EXPECTED, "", asks));
    }

    @Override
    public boolean totalOnly() {
      return false;
    }

    @Override
    public Verdict result(Examined examined, Sex sex) {
      var note = examined.note().isBlank() ? "" : " (" + examined.note().strip() + ")";
      var at = Optional.of(examined.at());
      return switch (examined.answer(AS_EXPECTED)) {
        case PRESENT -> new Verdict.Met("as expected" + note, at);
        case ABSENT -> new Verdict.NotMet("not as expected" + note, at);
        case NOT_KNOWN -> Verdict.unknown("looked up, and it is not known" + note);
      };
    }
  }

  /// Which answer an item had, for the form.
  static Answer answered(Optional<Examined> examined, String key) {
    return examined.map(one -> one.answer(key)).orElse(Answer.NOT_KNOWN);
  }
}
