package org.nepenthe.care.screening.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;

/// The kinds of screening rule, each read by a class of its own. A kind that the knowledge names
/// and this list lacks would be a rule nobody applies; a test holds the two together.
public enum RuleKind {
  ATTESTED_CONDITION("attested-condition"),
  ALLERGY("allergy"),
  PREGNANCY("pregnancy"),
  MEASUREMENT_LIMIT("measurement-limit"),
  AGE_LIMIT("age-limit"),
  INTERACTION("interaction"),
  PRE_TEST("pre-test"),
  INDICATION_GRADE("indication-grade"),
  PAIN_DURATION("pain-duration"),
  CONSISTENCY("consistency"),
  UPPER_LIMIT_MULTIPLE("upper-limit-multiple"),
  EXAMINATION("examination"),
  OPIOID_LOAD("opioid-load"),
  SEDATIVE_LOAD("sedative-load"),
  THERAPY_TRIALS("therapy-trials");

  private final String word;

  RuleKind(String word) {
    this.word = word;
  }

  public static Optional<RuleKind> of(Entry entry) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(entry.kind())).findFirst();
  }

  /// Every entry of the knowledge that is a screening rule.
  public static List<Entry> entries(KnowledgeBase knowledge) {
    return knowledge.entries().stream().filter(entry -> of(entry).isPresent()).toList();
  }
}
