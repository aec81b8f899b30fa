package org.nepenthe.care.surveillance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.surveillance.CheckDone.Finding;
import org.nepenthe.care.surveillance.CheckDue.Last;
import org.nepenthe.care.surveillance.CheckDue.State;

/// Which checks are due next.
///
/// What was recorded as abnormal stays so until somebody records the check as unremarkable: a newer
/// number on the chart, which nobody has judged, does not clear it.
public final class Surveillance {
  private static final String SYSTOLIC = "VIT-SYSTOLIC";

  private Surveillance() {}

  /// What is known of a patient's checks.
  ///
  /// @param measurements on the chart
  /// @param done every check recorded here, in any course
  /// @param courseOpenedAt when the present course began
  /// @param infusions of every course
  public record Facts(
      List<Measurement> measurements,
      Concepts concepts,
      List<CheckDone> done,
      Instant courseOpenedAt,
      List<InfusionLog> infusions) {
    public Facts {
      measurements = List.copyOf(measurements);
      done = List.copyOf(done);
      infusions = List.copyOf(infusions);
    }

    private Optional<Instant> lastInfusionAt() {
      return infusions.stream()
          .flatMap(log -> log.started().stream())
          .map(InfusionEvent::at)
          .max(Comparator.naturalOrder());
    }
  }

  public static List<CheckDue> due(List<Check> checks, Facts facts, Instant at) {
    return checks.stream().map(check -> due(check, facts, at)).toList();
  }

  private static CheckDue due(Check check, Facts facts, Instant at) {
    var abnormal =
        newest(recorded(check, facts), at)
            .filter(one -> one.finding().equals(Optional.of(Finding.ABNORMAL)));
    if (abnormal.isPresent()) {
      return new CheckDue(check, State.ABNORMAL, abnormal);
    }
    var last =
        newest(
            Stream.of(recorded(check, facts), measured(check, facts), observed(check, facts))
                .flatMap(one -> one),
            at);
    return new CheckDue(check, last.map(one -> state(check, one, facts)).orElse(State.DUE), last);
  }

  private static Optional<Last> newest(Stream<Last> all, Instant at) {
    return all.filter(one -> !one.at().isAfter(at)).max(Comparator.comparing(Last::at));
  }

  private static State state(Check check, Last last, Facts facts) {
    if (last.finding().equals(Optional.of(Finding.WAITING))) {
      return State.WAITING;
    }
    return switch (check.when()) {
      case EACH_INFUSION, EACH_VISIT -> since(last, facts.lastInfusionAt());
      case EACH_COURSE -> since(last, Optional.of(facts.courseOpenedAt()));
      case SITE_SETS -> State.SITE_SETS;
    };
  }

  private static State since(Last last, Optional<Instant> moment) {
    return moment.filter(last.at()::isBefore).isPresent() ? State.DUE : State.DONE;
  }

  private static Stream<Last> recorded(Check check, Facts facts) {
    return facts.done().stream()
        .filter(done -> done.check().equals(check.id()))
        .map(done ->
            new Last(
                done.at(),
                Optional.of(done.finding()),
                "recorded by " + done.by().name(),
                done.note()));
  }

  /// Blood pressures taken at the chair count as well.
  private static Stream<Last> observed(Check check, Facts facts) {
    if (!check.concepts().contains(SYSTOLIC)) {
      return Stream.empty();
    }
    return facts.infusions().stream()
        .flatMap(log -> log.observations().stream())
        .flatMap(set ->
            set.value(Parameter.SYSTOLIC).stream()
                .map(_ -> new Last(set.at(), Optional.empty(), "at the chair", "")));
  }

  /// A measurement on the chart says that the check was made, and nothing of how it is judged.
  private static Stream<Last> measured(Check check, Facts facts) {
    return facts.measurements().stream()
        .filter(one -> facts.concepts().isOneOf(one.what(), check.concepts()))
        .map(one ->
            new Last(
                one.at(),
                Optional.empty(),
                "on the chart",
                one.what().display()
                    + " "
                    + one.value().stripTrailingZeros().toPlainString()
                    + " "
                    + one.unit()));
  }
}
