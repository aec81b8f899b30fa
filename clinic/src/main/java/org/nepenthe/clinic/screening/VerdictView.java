package org.nepenthe.clinic.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.ContraindicationOverridden;
import org.nepenthe.care.screening.EffectiveEligibility;
import org.nepenthe.care.screening.Eligibility;
import org.nepenthe.care.screening.Eligibility.Contraindication;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.MissingFact;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.clinic.screening.basis.BasisView;
import org.nepenthe.knowledge.KnowledgeBase;

/// A decision as the page shows it: the verdict in words, and every rule behind it.
public record VerdictView(
    Screened screened, EffectiveEligibility effective, List<Group> groups, boolean holds) {
  public VerdictView {
    groups = List.copyOf(groups);
  }

  /// Rules that mean the same when they are met.
  public record Group(String title, List<RuleRow> rows) {
    public Group {
      rows = List.copyOf(rows);
    }

    public long met() {
      return rows.stream().filter(row -> row.reason().verdict() instanceof Verdict.Met).count();
    }

    public long unknown() {
      return rows.stream().filter(row -> row.reason().verdict() instanceof Verdict.Unknown).count();
    }
  }

  /// @param holds false where the facts have changed since
  static VerdictView of(
      Screened screened,
      EffectiveEligibility effective,
      boolean holds,
      KnowledgeBase knowledge,
      LocalDate day) {
    var contraindications = new ArrayList<RuleRow>();
    var precautions = new ArrayList<RuleRow>();
    var tests = new ArrayList<RuleRow>();
    for (var reason : screened.decision().reasons()) {
      var row = row(reason, screened.decision().outcome(), effective, knowledge, day);
      switch (row.bearing()) {
        case ABSOLUTE, RELATIVE -> contraindications.add(row);
        case PRECAUTION -> precautions.add(row);
        case TEST -> tests.add(row);
      }
    }
    return new VerdictView(
        screened,
        effective,
        List.of(
            group("Contraindications", contraindications),
            group("Precautions", precautions),
            group("Tests before the first infusion", tests)),
        holds);
  }

  private static Group group(String title, List<RuleRow> rows) {
    return new Group(title, rows.stream().sorted(Comparator.comparingInt(RuleRow::rank)).toList());
  }

  private static RuleRow row(
      Reason reason,
      Eligibility decided,
      EffectiveEligibility effective,
      KnowledgeBase knowledge,
      LocalDate day) {
    return new RuleRow(
        reason,
        RuleBearing.of(reason.rule(), knowledge, day),
        knowledge
            .find(reason.rule().value())
            .flatMap(entry -> entry.on(day))
            .flatMap(values -> values.findText("action"))
            .orElse(""),
        Standing.missing(decided).stream()
            .filter(fact -> fact.rule().equals(reason.rule()))
            .findFirst(),
        effective.overridden().stream().anyMatch(each -> each.rule().equals(reason.rule())));
  }

  public DecisionRecord<Eligibility> decision() {
    return screened.decision();
  }

  /// What it was made on.
  public BasisView basis() {
    return BasisView.of(decision());
  }

  public Eligibility eligibility() {
    return effective.eligibility();
  }

  public String headline() {
    var overridden = effective.overridden().size();
    return switch (eligibility()) {
      case Eligible _ when overridden > 0 -> "Eligible by override";
      case Eligible _ -> "Eligible";
      case NotEligible _ -> "Not eligible";
      case Undetermined _ -> "Cannot decide yet";
    };
  }

  public String sentence() {
    return switch (eligibility()) {
      case Eligible _ when !effective.overridden().isEmpty() ->
          "No other contraindication holds, and nothing a rule asks for is unknown.";
      case Eligible _ -> "No contraindication holds, and nothing a rule asks for is unknown.";
      case NotEligible not ->
          counted(
                  not.contraindications().size(),
                  "contraindication holds",
                  "contraindications hold")
              + (not.missing().isEmpty()
                  ? "."
                  : ", and " + counted(not.missing().size(), "fact is", "facts are") + " missing.");
      case Undetermined undetermined ->
          "No contraindication was found, but "
              + counted(undetermined.missing().size(), "fact is", "facts are")
              + " missing. What is not known is never taken for absent.";
    };
  }

  /// The class that gives the panel its shape.
  public String shape() {
    return switch (eligibility()) {
      case Eligible _ -> "verdict";
      case NotEligible _ -> "verdict verdict-no";
      case Undetermined _ -> "verdict verdict-undetermined";
    };
  }

  public List<Contraindication> contraindications() {
    return eligibility() instanceof NotEligible not ? not.contraindications() : List.of();
  }

  public List<MissingFact> missing() {
    return Standing.missing(eligibility());
  }

  public List<ContraindicationOverridden> overridden() {
    return effective.overridden();
  }

  public long count(Class<? extends Verdict> of) {
    return decision().reasons().stream().filter(reason -> of.isInstance(reason.verdict())).count();
  }

  private static String counted(int number, String one, String many) {
    return number == 1 ? "One " + one : number + " " + many;
  }
}
