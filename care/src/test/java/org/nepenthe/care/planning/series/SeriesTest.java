package org.nepenthe.care.planning.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.CareEvent;
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.protocol.ProtocolCaps;
import org.nepenthe.care.planning.series.Conflict.Kind;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Comparison;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Unit;
import org.nepenthe.knowledge.Use;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// Days of a course: what stands against them, and what was confirmed for them. Outcomes by hand.
class SeriesTest {
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor NINA = new Actor("u1", "Nina Nurse", Role.NURSE);
  private static final PatientId ADA = new PatientId(new UUID(0, 1));
  private static final PatientId BEA = new PatientId(new UUID(0, 2));
  private static final PlanningKnowledge KNOWN = new PlanningKnowledge(KNOWLEDGE, DAY);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # minutes after the other begins (it takes 100), same chair, found
          0, true, CHAIR_TAKEN
          99, true, CHAIR_TAKEN
          100, true,
          -99, true, CHAIR_TAKEN
          -100, true,
          50, false,
          """)
  void oneChairHoldsOnePatient(
      long after, boolean sameChair, @org.jspecify.annotations.Nullable String found) {
    var infusion = at(1, NOW.plus(Duration.ofMinutes(1000 + after)), "Chair 1");
    var other = at(1, NOW.plus(Duration.ofMinutes(1000)), sameChair ? "Chair 1" : "Chair 2");

    assertThat(kinds(facts(List.of(infusion), List.of(booking(BEA, other)), capacity())))
        .isEqualTo(found == null ? List.of() : List.of(Kind.valueOf(found)));
  }

  @Test
  void aPatientSitsInOneChair() {
    var infusion = at(1, NOW.plus(Duration.ofHours(5)), "Chair 1");
    var other = at(1, NOW.plus(Duration.ofHours(5)), "Chair 2");

    assertThat(kinds(facts(List.of(infusion), List.of(booking(ADA, other)), capacity())))
        .containsExactly(Kind.PATIENT_TWICE);
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, false", "1, false"})
  void aDayInThePastIsNone(long seconds, boolean past) {
    var infusion = at(1, NOW.plusSeconds(seconds), "Chair 1");

    assertThat(kinds(facts(List.of(infusion), List.of(), capacity())).contains(Kind.IN_THE_PAST))
        .isEqualTo(past);
  }

  @Test
  void aChairThatIsNotThereIsNamed() {
    var infusion = at(1, NOW.plusSeconds(60), "Chair 9");

    assertThat(kinds(facts(List.of(infusion), List.of(), capacity())))
        .containsExactly(Kind.NO_SUCH_CHAIR);
  }

  /// The site has not set a ratio: nothing is checked, and the capacity says so.
  @Test
  void withoutARatioOfTheSiteNothingIsMadeUp() {
    assertThat(capacity().mostAtOnce()).isEmpty();
    assertThat(capacity().says()).contains("the site sets it");
    assertThat(kinds(facts(List.of(at(1, NOW, "Chair 1")), three(), capacity()))).isEmpty();
  }

  /// Two for each of two nurses are four: with three others the fourth fits, with four it does not.
  @ParameterizedTest
  @CsvSource({"2, 2, false", "1, 3, true", "3, 1, true", "4, 1, false"})
  void theStaffLooksAfterSoMany(int ratio, int nurses, boolean tooMany) {
    var capacity =
        new Capacity(
            capacity().chairs(),
            Optional.of(count(ratio)),
            Optional.of(count(nurses)),
            capacity().afterwards(),
            "",
            capacity().values());

    assertThat(kinds(facts(List.of(at(1, NOW, "Chair 1")), three(), capacity)).contains(Kind.STAFF))
        .isEqualTo(tooMany);
  }

  /// The source of PLN-PRO-02 gave five, one a day.
  @ParameterizedTest
  @CsvSource({
    "5, 24, ''",
    "6, 24, MORE_THAN_THE_SOURCE",
    "2, 23, ''",
    "2, 8, CLOSER_THAN_THE_SOURCE"
  })
  void whatTheSourceDidIsSaidAndDoesNotBlock(int count, long hoursApart, String found) {
    var infusions = series(count, hoursApart);
    var conflicts = Conflicts.of(withPlan(infusions, "35", List.of(), protocol()), KNOWN);

    assertThat(conflicts).extracting(conflict -> conflict.kind().name()).isSubsetOf(found);
    assertThat(conflicts.isEmpty()).isEqualTo(found.isEmpty());
    assertThat(conflicts).noneMatch(Conflict::blocks);
  }

  /// 35 mg each, a cap of 100 mg in a week: the third is the last.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource({"2, 0, false", "2, 30, false", "2, 31, true", "3, 0, true"})
  void aSeriesIsProjectedAgainstTheTotals(int count, String given, boolean above) {
    var none = Optional.<Amount>empty();
    var protocol =
        capped(
            new ProtocolCaps(none, none, none, Optional.of(limit("100", "mg")), none, none, none));
    var earlier =
        List.of(
            new EarlierDose(
                Dose.ofMilligrams(given, Moiety.RACEMIC_KETAMINE),
                NOW.minus(Duration.ofDays(1)),
                true));

    var conflicts = Conflicts.of(withPlan(series(count, 24), "35", earlier, protocol), KNOWN);

    assertThat(conflicts.stream().anyMatch(each -> each.kind() == Kind.TOTAL && each.blocks()))
        .isEqualTo(above);
  }

  @Test
  void whatWasConfirmedForAnotherDayIsForgotten() {
    var monday = at(1, NOW.plus(Duration.ofDays(1)), "Chair 1");
    var thursday = at(1, NOW.plus(Duration.ofDays(4)), "Chair 1");
    var driver = new DayItem("driver", "An adult takes the patient home");
    var events = new ArrayList<CareEvent>();
    events.add(new SeriesPlanned(List.of(monday), NINA));
    events.add(new DayConfirmed(1, "driver", driver.says(), true, "", NOW, NINA));
    assertThat(SeriesState.of(events).answer(1, driver)).isPresent();

    events.add(new SeriesPlanned(List.of(monday, at(2, monday.until(), "Chair 1")), NINA));
    assertThat(SeriesState.of(events).answer(1, driver)).isPresent();

    events.add(new SeriesPlanned(List.of(thursday), NINA));
    assertThat(SeriesState.of(events).answer(1, driver)).isEmpty();
  }

  @Verifies("H54")
  @Test
  void theNewestAnswerCountsAndWhatIsNotSoIsFound() {
    var items = DayItem.all(KNOWLEDGE, DAY);
    var driver =
        items.stream().filter(item -> item.key().equals("driver")).findFirst().orElseThrow();
    var events = new ArrayList<CareEvent>();
    events.add(new SeriesPlanned(List.of(at(1, NOW, "Chair 1")), NINA));

    assertThat(SeriesState.of(events).open(1, items)).isEqualTo(items);
    events.add(new DayConfirmed(1, "driver", driver.says(), false, "nobody", NOW, NINA));
    assertThat(SeriesState.of(events).notSo(1, items)).hasSize(1);
    events.add(new DayConfirmed(1, "driver", driver.says(), true, "", NOW, NINA));
    assertThat(SeriesState.of(events).notSo(1, items)).isEmpty();
    assertThat(SeriesState.of(events).open(1, items)).hasSize(items.size() - 1);
    events.add(new DayCalledOff(1, "a cold", NINA));
    assertThat(SeriesState.of(events).infusions()).isEmpty();
  }

  private static List<Booking> three() {
    return List.of(
        booking(BEA, at(1, NOW, "Chair 2")),
        booking(new PatientId(new UUID(0, 3)), at(1, NOW, "Chair 3")),
        booking(new PatientId(new UUID(0, 4)), at(1, NOW, "Chair 4")));
  }

  private static List<PlannedInfusion> series(int count, long hoursApart) {
    var infusions = new ArrayList<PlannedInfusion>();
    for (int i = 0; i < count; i++) {
      infusions.add(at(i + 1, NOW.plus(Duration.ofHours(i * hoursApart)), "Chair 1"));
    }
    return infusions;
  }

  private static List<Kind> kinds(Conflicts.Facts facts) {
    return Conflicts.of(facts, KNOWN).stream().map(Conflict::kind).toList();
  }

  private static Conflicts.Facts facts(
      List<PlannedInfusion> infusions, List<Booking> others, Capacity capacity) {
    return new Conflicts.Facts(
        ADA,
        infusions,
        others,
        capacity,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        NOW);
  }

  private static Conflicts.Facts withPlan(
      List<PlannedInfusion> infusions,
      String milligrams,
      List<EarlierDose> earlier,
      Protocol protocol) {
    return new Conflicts.Facts(
        ADA,
        infusions,
        List.of(),
        capacity(),
        Optional.of(protocol),
        Optional.of(Dose.ofMilligrams(milligrams, Moiety.RACEMIC_KETAMINE)),
        earlier,
        false,
        NOW);
  }

  private static Protocol protocol() {
    return Protocol.find(KNOWLEDGE, "PLN-PRO-02", DAY).orElseThrow();
  }

  private static Protocol capped(ProtocolCaps caps) {
    var of = protocol();
    return new Protocol(
        of.id(),
        of.title(),
        of.moiety(),
        of.lowest(),
        of.highest(),
        of.shortestMinutes(),
        of.longestMinutes(),
        of.offeredMinutes(),
        of.sessions(),
        of.notKnown(),
        of.weight(),
        of.weightSays(),
        of.indications(),
        caps,
        of.evidence(),
        of.against());
  }

  private static Capacity capacity() {
    return Capacity.of(KNOWLEDGE, DAY);
  }

  private static Amount count(int number) {
    return new Amount(
        BigDecimal.valueOf(number), new Unit("1", ""), Optional.empty(), Use.IN_FORCE, List.of());
  }

  private static Amount limit(String value, String unit) {
    return new Amount(
        new BigDecimal(value),
        new Unit(unit, unit),
        Optional.of(Comparison.ABOVE),
        Use.IN_FORCE,
        List.of());
  }

  private static PlannedInfusion at(int number, Instant from, String chair) {
    return new PlannedInfusion(number, Phase.INDUCTION, from, 100, chair);
  }

  private static Booking booking(PatientId patient, PlannedInfusion infusion) {
    return new Booking(
        new CourseId(new UUID(1, patient.value().getLeastSignificantBits())), patient, infusion);
  }
}
