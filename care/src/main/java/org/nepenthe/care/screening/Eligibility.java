package org.nepenthe.care.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.screening.rules.Restriction;

/// What screening comes to. It advises: a clinician decides.
public sealed interface Eligibility {
  /// What to mind, whatever the outcome.
  List<Precaution> precautions();

  /// Tests that are due before the first infusion, whatever the outcome.
  List<DueTest> testsDue();

  /// No contraindication holds, and nothing a rule asks for is unknown.
  record Eligible(List<Precaution> precautions, List<DueTest> testsDue) implements Eligibility {
    public Eligible {
      precautions = List.copyOf(precautions);
      testsDue = List.copyOf(testsDue);
    }
  }

  /// At least one contraindication holds.
  ///
  /// @param missing what is not known beside; an override does not settle it
  record NotEligible(
      List<Contraindication> contraindications,
      List<MissingFact> missing,
      List<Precaution> precautions,
      List<DueTest> testsDue)
      implements Eligibility {
    public NotEligible {
      contraindications = List.copyOf(contraindications);
      missing = List.copyOf(missing);
      precautions = List.copyOf(precautions);
      testsDue = List.copyOf(testsDue);
    }
  }

  /// No contraindication was found, and at least one thing a rule asks for is not known.
  record Undetermined(
      List<MissingFact> missing, List<Precaution> precautions, List<DueTest> testsDue)
      implements Eligibility {
    public Undetermined {
      missing = List.copyOf(missing);
      precautions = List.copyOf(precautions);
      testsDue = List.copyOf(testsDue);
    }
  }

  /// A contraindication that holds.
  ///
  /// @param degree absolute or relative
  /// @param restriction what stays forbidden after an override
  record Contraindication(
      RuleId rule,
      String title,
      Degree degree,
      String observed,
      Optional<Instant> observedAt,
      Optional<Restriction> restriction) {}

  /// Whether the one law for overrides lets a physician go on.
  enum Degree {
    ABSOLUTE("absolute: nobody may override it"),
    RELATIVE("relative: a physician may override it with a coded reason");

    private final String words;

    Degree(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Something to mind.
  ///
  /// @param action what it asks of the clinic
  record Precaution(RuleId rule, String title, String observed, String action) {}

  /// A test that is due before the first infusion.
  record DueTest(RuleId rule, String title, String because, String action) {}

  /// A fact without which a rule cannot be decided.
  ///
  /// @param missing what is missing, or why what there is cannot be used
  /// @param settledBy what would settle it
  /// @param question the question of the interview that would settle it, where one would
  record MissingFact(
      RuleId rule,
      String title,
      String missing,
      List<String> settledBy,
      Optional<String> question) {
    public MissingFact {
      settledBy = List.copyOf(settledBy);
    }
  }

  /// The verdict in a word, for banners and lists.
  default String words() {
    return switch (this) {
      case Eligible _ -> "eligible";
      case NotEligible _ -> "not eligible";
      case Undetermined _ -> "cannot decide yet";
    };
  }
}
