package org.nepenthe.clinic.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.planning.titration.NextDose;
import org.nepenthe.care.planning.titration.TitrationProposed;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.DecidedAgain;
import org.nepenthe.clinic.course.DecidedAgain.Again;
import org.nepenthe.clinic.course.DecidesAgain;
import org.nepenthe.clinic.knowledge.KnowledgeVersions;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// Proposes every dose of a course again, from what was on record before it.
@Component
class TitrationsAgain implements DecidesAgain {
  private final Titrations titrations;
  private final KnowledgeVersions versions;
  private final KnowledgeBase inUse;

  TitrationsAgain(Titrations titrations, KnowledgeVersions versions, KnowledgeBase knowledge) {
    this.titrations = titrations;
    this.versions = versions;
    this.inUse = knowledge;
  }

  @Override
  public List<DecidedAgain> of(Course course) {
    var all = new ArrayList<DecidedAgain>();
    var events = course.events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof TitrationProposed proposed) {
        all.add(again(course.before(i), proposed));
      }
    }
    return List.copyOf(all);
  }

  private DecidedAgain again(Course before, TitrationProposed proposed) {
    var stored = proposed.proposal();
    return new DecidedAgain(
        DecidedAgain.Kind.TITRATION,
        stored.decidedAt(),
        stored.knowledge(),
        proposed.by().name(),
        "Infusion " + proposed.infusionNumber() + ": " + stored.outcome().words(),
        pinned(before, proposed),
        today(before, stored));
  }

  /// Compared as events: there the outcome is written with the name of what it is.
  private Again pinned(Course before, TitrationProposed proposed) {
    var stored = proposed.proposal();
    return versions
        .base(stored.knowledge().contentHash())
        .map(base ->
            decided(before, stored, base)
                .map(again ->
                    DecidedAgain.compare(
                        proposed,
                        new TitrationProposed(
                            proposed.infusionNumber(), again, proposed.planned(), proposed.by())))
                .orElse(DecidedAgain.NOT_READABLE))
        .orElse(DecidedAgain.NEVER_KEPT);
  }

  /// The outcome with the name of what it is.
  private record Next(NextDose next) {}

  private List<String> today(Course before, DecisionRecord<NextDose> stored) {
    if (stored.knowledge().contentHash().equals(inUse.contentHash())) {
      return List.of();
    }
    return decided(before, stored, inUse)
        .map(again ->
            DecidedAgain.differences(new Next(stored.outcome()), new Next(again.outcome())))
        .orElse(List.of());
  }

  private Optional<DecisionRecord<NextDose>> decided(
      Course before, DecisionRecord<NextDose> stored, KnowledgeBase base) {
    try {
      return titrations
          .of(before, stored.decidedAt(), base, stored.softwareVersion())
          .map(Titrations.Proposal::decision);
    } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException _) {
      return Optional.empty();
    }
  }
}
