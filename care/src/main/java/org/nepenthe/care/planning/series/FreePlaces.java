package org.nepenthe.care.planning.series;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nepenthe.care.decision.PatientId;

/// Where a block of infusions would find a chair on its days, when the one that was wanted is
/// taken.
///
/// @param others every other booking around those days
/// @param zone the clinic's, in which a day ends
public record FreePlaces(PatientId patient, List<Booking> others, Capacity capacity, ZoneId zone) {
  public FreePlaces {
    others = List.copyOf(others);
  }

  /// A chair for the whole block, at the times wanted or later by the same span on each day.
  public record Place(String chair, Duration later) {}

  /// The other chairs at the same times, then the wanted one as soon as it is free on those days.
  public List<Place> of(List<PlannedInfusion> block) {
    if (block.isEmpty()) {
      return List.of();
    }
    var wanted = block.getFirst().chair();
    var places = new ArrayList<Place>();
    capacity.chairs().stream()
        .map(Capacity.Chair::name)
        .filter(chair -> free(block, chair, Duration.ZERO))
        .forEach(chair -> places.add(new Place(chair, Duration.ZERO)));
    later(block, wanted).ifPresent(places::add);
    return List.copyOf(places);
  }

  private Optional<Place> later(List<PlannedInfusion> block, String chair) {
    return block.stream()
        .flatMap(infusion ->
            others.stream()
                .map(other -> Duration.between(infusion.from(), other.infusion().until())))
        .filter(Duration::isPositive)
        .distinct()
        .sorted()
        .filter(span -> block.stream().allMatch(infusion -> sameDay(infusion, span)))
        .filter(span -> free(block, chair, span))
        .findFirst()
        .map(span -> new Place(chair, span));
  }

  private boolean sameDay(PlannedInfusion infusion, Duration later) {
    var day = infusion.from().atZone(zone).toLocalDate();
    return Stream.of(infusion.from().plus(later), infusion.until().plus(later))
        .allMatch(moment -> moment.atZone(zone).toLocalDate().equals(day));
  }

  private boolean free(List<PlannedInfusion> block, String chair, Duration later) {
    return block.stream()
        .map(infusion ->
            new PlannedInfusion(
                infusion.number(),
                infusion.phase(),
                infusion.from().plus(later),
                infusion.minutes(),
                chair))
        .allMatch(this::free);
  }

  private boolean free(PlannedInfusion infusion) {
    var beside = others.stream().filter(other -> other.infusion().overlaps(infusion)).toList();
    return beside.stream()
            .noneMatch(other ->
                other.infusion().chair().equals(infusion.chair())
                    || other.patient().equals(patient))
        && capacity.mostAtOnce().map(most -> beside.size() < most).orElse(true);
  }
}
