package org.nepenthe.care.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One fact that went into a decision.
public sealed interface Input {
  /// What it says, so that a stored decision can be read without the system.
  String words();

  /// A fact of which nothing but the words was kept.
  record InWords(String words) implements Input {}

  /// A fact with when it was true and where it is from.
  ///
  /// @param id its own name: of an answer the question, of an entry of the chart its name in its
  ///     source
  /// @param trueAt when it was observed, answered or began; empty where its source does not say
  /// @param mapped false where nobody mapped its code, so that no rule can know what it means
  /// @param readBy the rules that look at it; empty where none does
  record Dated(
      String id,
      What what,
      String words,
      Optional<Instant> trueAt,
      Origin origin,
      boolean mapped,
      List<RuleId> readBy)
      implements Input {
    public Dated {
      readBy = List.copyOf(readBy);
    }

    /// How old it was at a moment; empty where nobody knows when it was true.
    public Optional<Age> ageAt(Instant at) {
      return trueAt.map(when -> new Age(when, at));
    }
  }

  /// What sort of fact it is.
  enum What {
    PATIENT("patient"),
    REFERRAL("referral"),
    ANSWER("interview"),
    EXAMINATION("examination"),
    OPIOID_DOSE("dose as stated"),
    TRIAL("trial of a therapy"),
    CONDITION("condition"),
    MEDICINE("medicine"),
    ALLERGY("allergy"),
    MEASUREMENT("measurement"),
    PROCEDURE("procedure"),
    FINDING("finding");

    private final String words;

    What(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// Where a fact is from.
  sealed interface Origin {
    String words();

    /// @param source the system or form the chart has it from
    /// @param sourceId its own name there
    /// @param recordedAt when it reached us
    record OfChart(String source, String sourceId, Instant recordedAt) implements Origin {
      @Override
      public String words() {
        return source + ", " + sourceId;
      }
    }

    /// Somebody of the clinic said so, by name.
    record Attested(Actor by, Instant at) implements Origin {
      @Override
      public String words() {
        return by.name() + ", " + by.role().words();
      }
    }

    /// @param enteredBy who wrote the referral down here
    record OfReferral(String referrer, Actor enteredBy) implements Origin {
      @Override
      public String words() {
        return "referral by " + referrer + ", entered by " + enteredBy.name();
      }
    }
  }

  /// Facts of which nothing but the words is kept.
  static List<Input> inWords(List<String> words) {
    return words.stream().<Input>map(InWords::new).toList();
  }
}
