package org.nepenthe.care.planning.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.CareEvent;

/// The days of a course as its stream has them.
///
/// @param infusions planned and not called off, by their number
/// @param answers what was confirmed, by infusion and then by item; only for days as planned now
public record SeriesState(
    List<PlannedInfusion> infusions, Map<Integer, Map<String, DayConfirmed>> answers) {
  public SeriesState {
    infusions = List.copyOf(infusions);
    answers = Map.copyOf(answers);
  }

  /// Planning a series anew forgets what was confirmed for another day: a driver for Monday is none
  /// for Thursday.
  public static SeriesState of(List<? extends CareEvent> events) {
    var infusions = new ArrayList<PlannedInfusion>();
    var answers = new HashMap<Integer, Map<String, DayConfirmed>>();
    for (var event : events) {
      switch (event) {
        case SeriesPlanned(var planned, _) -> {
          planned.forEach(next -> {
            boolean sameDay =
                infusions.stream()
                    .anyMatch(
                        old -> old.number() == next.number() && old.from().equals(next.from()));
            if (!sameDay) {
              answers.remove(next.number());
            }
          });
          infusions.clear();
          infusions.addAll(planned);
        }
        case DayCalledOff(var number, _, _) -> {
          infusions.removeIf(infusion -> infusion.number() == number);
          answers.remove(number);
        }
        case DayConfirmed confirmed ->
            answers
                .computeIfAbsent(confirmed.number(), _ -> new HashMap<>())
                .put(confirmed.item(), confirmed);
        default -> {}
      }
    }
    return new SeriesState(infusions, answers);
  }

  public Optional<PlannedInfusion> infusion(int number) {
    return infusions.stream().filter(infusion -> infusion.number() == number).findFirst();
  }

  public Optional<DayConfirmed> answer(int number, DayItem item) {
    return Optional.ofNullable(answers.getOrDefault(number, Map.of()).get(item.key()));
  }

  /// What nobody has confirmed yet.
  public List<DayItem> open(int number, List<DayItem> items) {
    return items.stream().filter(item -> answer(number, item).isEmpty()).toList();
  }

  /// What was asked and is not as it has to be.
  public List<DayConfirmed> notSo(int number, List<DayItem> items) {
    return items.stream()
        .flatMap(item -> answer(number, item).stream())
        .filter(answer -> !answer.so())
        .toList();
  }
}
