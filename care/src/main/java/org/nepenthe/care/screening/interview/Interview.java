package org.nepenthe.care.screening.interview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.care.decision.Reading;
import org.nepenthe.care.decision.Role;

/// Every answer that was ever given, oldest first. The newest to a question is the one that counts.
public record Interview(List<InterviewAnswered> answers) {
  private static final Set<Role> MAY_ATTEST = Set.of(Role.PHYSICIAN, Role.NURSE, Role.PHARMACIST);

  public static final Interview NOTHING_ASKED = new Interview(List.of());

  public Interview {
    answers = List.copyOf(answers);
  }

  /// Who may attest a fact. An answer by anybody else does not count.
  public static boolean mayAttest(Role role) {
    return MAY_ATTEST.contains(role);
  }

  /// The newest answer to a question, whatever its age; of two at the same moment the one recorded
  /// last.
  public Optional<InterviewAnswered> latest(String question) {
    Optional<InterviewAnswered> latest = Optional.empty();
    for (var answer : answers) {
      if (answer.question().equals(question)
          && mayAttest(answer.by().role())
          && (latest.isEmpty() || !latest.get().at().isAfter(answer.at()))) {
        latest = Optional.of(answer);
      }
    }
    return latest;
  }

  /// The newest answer to each question that was ever answered, in the order of the questions.
  public List<InterviewAnswered> newest() {
    return answers.stream()
        .map(InterviewAnswered::question)
        .distinct()
        .flatMap(question -> latest(question).stream())
        .toList();
  }

  /// The newest answer as it may be used at a moment.
  public Reading<InterviewAnswered> reading(String question, Duration validFor, Instant at) {
    return latest(question)
        .map(answer -> Reading.of(answer, answer.at(), at, validFor))
        .orElseGet(Reading::absent);
  }
}
