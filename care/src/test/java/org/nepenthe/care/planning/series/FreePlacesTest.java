package org.nepenthe.care.planning.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.planning.series.FreePlaces.Place;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Unit;
import org.nepenthe.knowledge.Use;

/// Free places worked out by hand: the site has three chairs, an infusion takes 100 minutes.
class FreePlacesTest {
  private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");
  private static final PatientId ADA = new PatientId(new UUID(0, 1));
  private static final PatientId BEA = new PatientId(new UUID(0, 2));

  private static PlannedInfusion at(Instant from, String chair) {
    return new PlannedInfusion(1, Phase.INDUCTION, from, 100, chair);
  }

  private static Booking of(PatientId patient, Instant from, String chair) {
    return new Booking(new CourseId(new UUID(0, 9)), patient, at(from, chair));
  }

  private static List<Place> places(List<PlannedInfusion> block, Booking... others) {
    var capacity = Capacity.of(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));
    return new FreePlaces(ADA, List.of(others), capacity, ZoneOffset.UTC).of(block);
  }

  @Test
  void theOtherChairsAndTheWantedOneWhenItIsFreeAgain() {
    assertThat(places(List.of(at(NINE, "Chair 1")), of(BEA, NINE, "Chair 1")))
        .containsExactly(
            new Place("Chair 2", Duration.ZERO),
            new Place("Chair 3", Duration.ZERO),
            new Place("Chair 1", Duration.ofMinutes(100)));
  }

  /// The second day's booking keeps chair 2 from a block of two days.
  @Test
  void aPlaceIsFreeOnEveryDayOfTheBlock() {
    var tomorrow = NINE.plus(Duration.ofDays(1));
    var block = List.of(at(NINE, "Chair 1"), at(tomorrow, "Chair 1"));

    assertThat(places(block, of(BEA, NINE, "Chair 1"), of(BEA, tomorrow, "Chair 2")))
        .containsExactly(
            new Place("Chair 3", Duration.ZERO), new Place("Chair 1", Duration.ofMinutes(100)));
  }

  /// From 22:00 the chair is free at 23:40, and the infusion would end on the next day.
  @Test
  void aPlaceLaterIsOnTheSameDay() {
    var late = Instant.parse("2026-12-01T22:00:00Z");

    assertThat(places(List.of(at(late, "Chair 1")), of(BEA, late, "Chair 1")))
        .extracting(Place::later)
        .containsOnly(Duration.ZERO);
  }

  @Test
  void nobodySitsInTwoChairs() {
    assertThat(places(List.of(at(NINE, "Chair 1")), of(ADA, NINE, "Chair 1")))
        .containsExactly(new Place("Chair 1", Duration.ofMinutes(100)));
  }

  @Test
  void nothingIsOfferedForNothing() {
    assertThat(places(List.of())).isEmpty();
  }

  /// Two patients sit there already: the staff looks after three, so one more fits, or after two.
  @ParameterizedTest
  @CsvSource({"3, true", "2, false", "1, false"})
  void nobodyIsOfferedAChairTheStaffCannotLookAfter(int most, boolean fits) {
    var shipped = Capacity.of(KnowledgeBase.shipped(), LocalDate.of(2026, 11, 22));
    var capacity =
        new Capacity(
            shipped.chairs(),
            Optional.of(count(most)),
            Optional.of(count(1)),
            shipped.afterwards(),
            "",
            shipped.values());
    var cid = new PatientId(new UUID(0, 3));
    var others = List.of(of(BEA, NINE, "Chair 1"), of(cid, NINE, "Chair 2"));

    assertThat(
            new FreePlaces(ADA, others, capacity, ZoneOffset.UTC).of(List.of(at(NINE, "Chair 1"))))
        .contains(new Place("Chair 1", Duration.ofMinutes(100)))
        .filteredOn(place -> place.equals(new Place("Chair 3", Duration.ZERO)))
        .hasSize(fits ? 1 : 0);
  }

  private static Amount count(int number) {
    return new Amount(
        BigDecimal.valueOf(number), new Unit("1", ""), Optional.empty(), Use.IN_FORCE, List.of());
  }

  @Test
  void aChairIsTakenForSomeTime() {
    assertThat(new PlannedInfusion(1, Phase.INDUCTION, NINE, 1, "Chair 1").until())
        .isEqualTo(NINE.plusSeconds(60));
    assertThatThrownBy(() -> new PlannedInfusion(1, Phase.INDUCTION, NINE, 0, "Chair 1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above 0 min");
  }
}
