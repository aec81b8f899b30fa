package org.nepenthe.clinic.screening;

import java.util.List;
import java.util.stream.Stream;
import org.nepenthe.care.screening.ScreeningState.Change;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.DecidedAgain;
import org.nepenthe.clinic.course.DecidedAgain.Again;
import org.nepenthe.clinic.course.DecidesAgain;
import org.springframework.stereotype.Component;

/// Screens again for every decision on eligibility.
@Component
class ScreeningsAgain implements DecidesAgain {
  private final Replays replays;

  ScreeningsAgain(Replays replays) {
    this.replays = replays;
  }

  @Override
  public List<DecidedAgain> of(Course course) {
    return replays.of(course).stream().map(ScreeningsAgain::again).toList();
  }

  private static DecidedAgain again(Replay replay) {
    var decision = replay.stored().decision();
    return new DecidedAgain(
        DecidedAgain.Kind.SCREENING,
        decision.decidedAt(),
        decision.knowledge(),
        replay.stored().by().name(),
        decision.outcome().words(),
        come(replay),
        switch (replay) {
          case Replay.Replayed replayed -> lines(replayed.today()).toList();
          case Replay.NotPossible _ -> List.of();
        });
  }

  private static Again come(Replay replay) {
    return switch (replay) {
      case Replay.NotPossible(_, var because) -> new Again.NotPossible(because);
      case Replay.Replayed(_, var same, var differing, _) ->
          same
              ? new Again.Same()
              : new Again.Differs(
                  differing.isEmpty()
                      ? List.of("every rule comes out as it did; words of the record differ")
                      : lines(differing).toList());
    };
  }

  private static Stream<String> lines(List<Change> changes) {
    return changes.stream()
        .map(change ->
            change.title()
                + " ("
                + change.rule().value()
                + "): "
                + change.before().observed()
                + " → "
                + change.now().observed());
  }
}
