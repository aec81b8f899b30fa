package org.nepenthe.clinic.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.followup.CourseDecided;
import org.nepenthe.care.followup.Response;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.DecidedAgain;
import org.nepenthe.clinic.course.DecidedAgain.Again;
import org.nepenthe.clinic.course.DecidesAgain;
import org.nepenthe.clinic.knowledge.KnowledgeVersions;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// Looks back again as it was done for each decision how a course goes on: the basis the physician
/// had in front of them. What the physician decided is theirs and comes from no rule.
@Component
class CourseDecisionsAgain implements DecidesAgain {
  private final FollowUpBook book;
  private final KnowledgeVersions versions;
  private final KnowledgeBase inUse;

  CourseDecisionsAgain(FollowUpBook book, KnowledgeVersions versions, KnowledgeBase knowledge) {
    this.book = book;
    this.versions = versions;
    this.inUse = knowledge;
  }

  @Override
  public List<DecidedAgain> of(Course course) {
    var all = new ArrayList<DecidedAgain>();
    var events = course.events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof CourseDecided decided) {
        all.add(again(course.before(i), decided));
      }
    }
    return List.copyOf(all);
  }

  private DecidedAgain again(Course before, CourseDecided decided) {
    var basis = decided.basis();
    return new DecidedAgain(
        DecidedAgain.Kind.COURSE,
        basis.decidedAt(),
        basis.knowledge(),
        decided.signature().signer().name(),
        basis.outcome().words() + "; decided: " + decided.decision().words(),
        pinned(before, decided),
        today(before, basis));
  }

  /// Compared as events: there the outcome is written with the name of what it is.
  private Again pinned(Course before, CourseDecided decided) {
    var stored = decided.basis();
    return versions
        .base(stored.knowledge().contentHash())
        .map(base ->
            looked(before, stored, base)
                .map(again ->
                    DecidedAgain.compare(
                        decided, new CourseDecided(decided.decision(), again, decided.signature())))
                .orElse(DecidedAgain.NOT_READABLE))
        .orElse(DecidedAgain.NEVER_KEPT);
  }

  /// The outcome with the name of what it is.
  private record Fared(Response fared) {}

  private List<String> today(Course before, DecisionRecord<Response> stored) {
    if (stored.knowledge().contentHash().equals(inUse.contentHash())) {
      return List.of();
    }
    return looked(before, stored, inUse)
        .map(again ->
            DecidedAgain.differences(new Fared(stored.outcome()), new Fared(again.outcome())))
        .orElse(List.of());
  }

  private Optional<DecisionRecord<Response>> looked(
      Course before, DecisionRecord<Response> stored, KnowledgeBase base) {
    try {
      return Optional.of(book.again(before, base, stored.softwareVersion(), stored.decidedAt()));
    } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException _) {
      return Optional.empty();
    }
  }
}
