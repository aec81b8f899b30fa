package org.nepenthe.clinic.screening.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.screening.ContraindicationOverridden;
import org.nepenthe.care.screening.EffectiveEligibility;
import org.nepenthe.care.screening.Eligibility.Eligible;
import org.nepenthe.care.screening.Eligibility.NotEligible;
import org.nepenthe.care.screening.Eligibility.Undetermined;
import org.nepenthe.care.screening.Screened;
import org.nepenthe.clinic.course.Course;

/// The stored decision in the patient's words: the same outcome, and a sentence for every rule that
/// speaks against treatment, is not known, is to be minded, or asks for a test.
///
/// @param answer the outcome in a sentence
/// @param against what speaks against it
/// @param missing what is not known yet
/// @param overridden what the physician decided to go on in spite of
/// @param evidence what is known of ketamine in this pain
public record ExplainedView(
    Course course,
    Screened screened,
    String answer,
    List<String> against,
    List<String> missing,
    List<String> overridden,
    List<String> tests,
    List<String> minded,
    Optional<String> evidence,
    List<String> honest,
    String closing,
    boolean holds) {

  static ExplainedView of(
      Course course,
      Screened screened,
      EffectiveEligibility effective,
      boolean holds,
      Optional<String> grade,
      PlainWords plain) {
    var reasons = screened.decision().reasons();
    var eligibility = effective.eligibility();
    return new ExplainedView(
        course,
        screened,
        plain.text(
            switch (eligibility) {
              case Eligible _ when !effective.overridden().isEmpty() -> "eligible-by-override";
              case Eligible _ -> "eligible";
              case NotEligible _ -> "not-eligible";
              case Undetermined _ -> "undetermined";
            }),
        eligibility instanceof NotEligible not
            ? not.contraindications().stream()
                .map(one -> plain.of(one.rule().value(), one.title()).met())
                .toList()
            : List.of(),
        unknown(reasons, plain),
        effective.overridden().stream().map(one -> met(one, plain)).toList(),
        eligibility.testsDue().stream()
            .map(one -> plain.of(one.rule().value(), one.title()).met())
            .toList(),
        eligibility.precautions().stream()
            .map(one -> plain.of(one.rule().value(), one.title()).met())
            .toList(),
        grade.flatMap(plain::grade),
        plain.general().texts("honest"),
        plain.text("closing"),
        holds);
  }

  private static String met(ContraindicationOverridden one, PlainWords plain) {
    return plain.of(one.rule().value(), one.title()).met();
  }

  private static List<String> unknown(List<Reason> reasons, PlainWords plain) {
    var words = new ArrayList<String>();
    for (var reason : reasons) {
      if (reason.verdict() instanceof Verdict.Unknown) {
        words.add(plain.of(reason.rule().value(), reason.title()).unknown());
      }
    }
    return words.stream().distinct().toList();
  }
}
