package org.nepenthe.care.infusion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.infusion.InfusionEvent.DrugChecked;
import org.nepenthe.care.infusion.InfusionEvent.DrugPrepared;
import org.nepenthe.care.infusion.InfusionEvent.EntryStruck;
import org.nepenthe.care.infusion.InfusionEvent.InfusionOpened;
import org.nepenthe.care.infusion.InfusionEvent.InfusionStarted;
import org.nepenthe.care.infusion.InfusionEvent.ObservationsRecorded;
import org.nepenthe.care.infusion.InfusionEvent.PumpEvent;
import org.nepenthe.care.infusion.InfusionEvent.TakenAsked;
import org.nepenthe.care.infusion.InfusionEvent.TakenOverridden;
import org.nepenthe.care.infusion.InfusionEvent.TimeOutItemDone;
import org.nepenthe.care.infusion.pump.Delivery;
import org.nepenthe.care.infusion.pump.Segment;
import org.nepenthe.care.planning.DosePlan;
import org.nepenthe.care.planning.order.DoseOrder;

/// Everything on record about one administration, in the order in which it was recorded.
public final class InfusionLog {
  private final List<LogEntry> entries;
  private final InfusionOpened opened;
  private final Map<Long, EntryStruck> strikes = new HashMap<>();

  /// @throws IllegalArgumentException if the first event does not open an infusion
  public InfusionLog(List<LogEntry> entries) {
    this.entries = List.copyOf(entries);
    if (entries.isEmpty() || !(entries.getFirst().event() instanceof InfusionOpened first)) {
      throw new IllegalArgumentException("an infusion's record begins with its opening");
    }
    this.opened = first;
    for (var entry : entries) {
      if (entry.event() instanceof EntryStruck strike) {
        strikes.put(strike.entry(), strike);
      }
    }
  }

  public List<LogEntry> entries() {
    return entries;
  }

  public InfusionOpened opened() {
    return opened;
  }

  public DosePlan.Approved plan() {
    return opened.plan();
  }

  public DoseOrder order() {
    return plan().order();
  }

  /// How many events there are; the number of the newest.
  public long version() {
    return entries.getLast().number();
  }

  public Optional<LogEntry> entry(long number) {
    return entries.stream().filter(entry -> entry.number() == number).findFirst();
  }

  public Optional<EntryStruck> strike(LogEntry entry) {
    return Optional.ofNullable(strikes.get(entry.number()));
  }

  /// The entries that count.
  public List<LogEntry> standing() {
    return entries.stream().filter(entry -> !strikes.containsKey(entry.number())).toList();
  }

  /// Pump events that count, in the order in which they happened.
  public List<LogEntry> pumpEntries() {
    return standing().stream().filter(entry -> entry.event() instanceof PumpEvent).toList();
  }

  public Optional<InfusionStarted> started() {
    return standing().stream()
        .map(LogEntry::event)
        .filter(InfusionStarted.class::isInstance)
        .map(InfusionStarted.class::cast)
        .findFirst();
  }

  /// Every set of observations by the time it was observed, struck ones too.
  public List<ObservationSet> allObservations() {
    var sets = new ArrayList<ObservationSet>();
    for (var entry : entries) {
      if (entry.event() instanceof ObservationsRecorded(var source, var values, var at, var by)) {
        sets.add(
            new ObservationSet(
                entry.number(), at, entry.recordedAt(), by, source, values, strike(entry)));
      }
    }
    sets.sort(Comparator.comparing(ObservationSet::at).thenComparingLong(ObservationSet::number));
    return List.copyOf(sets);
  }

  /// The sets of observations that count, by the time they were observed.
  public List<ObservationSet> observations() {
    return allObservations().stream().filter(set -> set.struck().isEmpty()).toList();
  }

  /// The items of the time-out list that are done.
  public Set<String> timeOutDone() {
    var done = new HashSet<String>();
    for (var entry : standing()) {
      if (entry.event() instanceof TimeOutItemDone item) {
        done.add(item.item());
      }
    }
    return Set.copyOf(done);
  }

  /// What the patient said last of what they took since the day before.
  public Optional<TakenAsked> takenAsked() {
    return newest(TakenAsked.class);
  }

  /// A physician's decision on what was said last; one on an earlier answer does not count.
  public Optional<TakenOverridden> takenOverridden() {
    var asked = newestEntry(TakenAsked.class);
    var decided = newestEntry(TakenOverridden.class);
    return decided
        .filter(entry -> asked.filter(said -> said.number() < entry.number()).isPresent())
        .map(entry -> (TakenOverridden) entry.event());
  }

  /// The newest preparation.
  public Optional<DrugPrepared> prepared() {
    return newest(DrugPrepared.class);
  }

  /// The newest check made since the newest preparation.
  public Optional<DrugChecked> checked() {
    var check = newestEntry(DrugChecked.class);
    var preparation = newestEntry(DrugPrepared.class);
    if (check.isEmpty() || preparation.isEmpty()) {
      return Optional.empty();
    }
    return check.get().number() > preparation.get().number()
        ? Optional.of((DrugChecked) check.get().event())
        : Optional.empty();
  }

  public List<Segment> segments() {
    return PumpLine.segments(pumpEntries());
  }

  public Delivery deliveredAt(Instant at) {
    return Delivery.of(segments(), order(), at);
  }

  /// When the ordered volume is used up if the pump goes on as it does; empty while it is not known
  /// to run. The same however often it is asked during one stretch.
  public Optional<Instant> endsAt() {
    var segments = segments();
    if (segments.isEmpty() || segments.getLast().to().isPresent()) {
      return Optional.empty();
    }
    return segments.getLast() instanceof Segment.Running running
        ? Optional.of(usedUpAt(running))
        : Optional.empty();
  }

  /// When the ordered volume would be used up by a stretch if it went on for ever.
  public Instant usedUpAt(Segment.Running running) {
    var left = deliveredAt(running.from()).remaining(order());
    var nanoseconds =
        left.multiply(BigDecimal.valueOf(Duration.ofHours(1).toNanos()))
            .divide(running.rate().millilitresPerHour(), 0, RoundingMode.CEILING);
    return running.from().plusNanos(nanoseconds.longValueExact()).truncatedTo(ChronoUnit.SECONDS);
  }

  /// What of an alert was acknowledged, first.
  public Optional<InfusionEvent.AlertAcknowledged> acknowledgement(String alert) {
    return entries.stream()
        .map(LogEntry::event)
        .filter(InfusionEvent.AlertAcknowledged.class::isInstance)
        .map(InfusionEvent.AlertAcknowledged.class::cast)
        .filter(event -> event.alert().equals(alert))
        .findFirst();
  }

  /// The moment before which no pump event can lie.
  Instant lastPumpEventAt() {
    var pump = pumpEntries();
    return pump.isEmpty() ? opened.at() : pump.getLast().event().at();
  }

  Optional<Actor> preparedBy() {
    return prepared().map(DrugPrepared::by);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InfusionLog log && log.entries.equals(entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  private <E extends InfusionEvent> Optional<E> newest(Class<E> type) {
    return newestEntry(type).map(LogEntry::event).map(type::cast);
  }

  private Optional<LogEntry> newestEntry(Class<? extends InfusionEvent> type) {
    return standing().stream().filter(entry -> type.isInstance(entry.event())).reduce((a, b) -> b);
  }
}
