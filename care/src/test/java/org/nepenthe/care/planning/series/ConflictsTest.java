package org.nepenthe.care.planning.series;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.nepenthe.care.decision.CourseId;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.planning.Amended;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.care.planning.series.Conflict.Kind;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// A series against every total, each alone and on both sides. Sums by hand.
class ConflictsTest {
  private static final KnowledgeBase SHIPPED = KnowledgeBase.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor NINA = new Actor("u1", "Nina Nurse", Role.NURSE);
  private static final PatientId ADA = new PatientId(new UUID(0, 1));

  /// Two infusions of 35 mg, 48 h apart, after 30 mg of this course given 24 h before the first:
  /// 65 mg within 24 hours, 100 mg within 7 days, 100 mg in the course.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # the protocol's own cap, mg, found
          day-cap, 65, false
          day-cap, 64.9, true
          week-cap, 100, false
          week-cap, 99.9, true
          course-cap, 100, false
          course-cap, 99.9, true
          """)
  void theProtocolsOwnTotals(String cap, String milligrams, boolean found) {
    var knowledge =
        Amended.knowledge(
            "planning/PLN-PRO-02.yaml",
            "    minutes:",
            "    %s: { value: %s, unit: mg, breached-when: \">\" }\n    minutes:"
                .formatted(cap, milligrams));

    expectTotals(knowledge, found, "PLN-PRO-02");
  }

  @Verifies("H12")
  @ParameterizedTest
  @CsvSource({
    "100, 100, false, 100 mg",
    "99.9, 100, true, 100 mg in 7 days",
    "100, 99.9, true, 100 mg in this course"
  })
  void theSitesTotals(String week, String course, boolean found, String words) {
    var conflicts = expectTotals(Amended.totals(week, course), found, "PLN-CAP-03");

    assertThat(conflicts).allMatch(conflict -> conflict.words().startsWith(words));
  }

  private static List<Conflict> expectTotals(KnowledgeBase knowledge, boolean found, String rule) {
    var earlier =
        List.of(
            new EarlierDose(
                Dose.ofMilligrams("30", Moiety.RACEMIC_KETAMINE),
                NOW.minus(Duration.ofHours(23)),
                true));
    var infusions = List.of(at(1, Duration.ofHours(1)), at(2, Duration.ofHours(49)));
    var totals =
        of(infusions, List.of(), earlier, false, knowledge).stream()
            .filter(conflict -> conflict.kind() == Kind.TOTAL)
            .toList();
    assertThat(totals).hasSize(found ? 1 : 0);
    assertThat(totals).allMatch(conflict -> conflict.blocks() && conflict.rule().equals(rule));
    return totals;
  }

  /// Of esketamine given before nothing counts against the racemate.
  @Verifies("H56")
  @Test
  void theOtherMoietyIsNotAdded() {
    var esketamine = new EarlierDose(Dose.ofMilligrams("90", Moiety.ESKETAMINE), NOW, true);

    assertThat(
            of(
                List.of(at(1, Duration.ofHours(1))),
                List.of(),
                List.of(esketamine),
                false,
                Amended.totals("100", "100")))
        .isEmpty();
  }

  /// An override that allows one infusion allows no second.
  @ParameterizedTest
  @CsvSource({"1, true, false", "2, true, true", "2, false, false"})
  void oneInfusionOnlyMeansNoSecond(int number, boolean only, boolean found) {
    var conflicts =
        of(List.of(at(number, Duration.ofHours(1))), List.of(), List.of(), only, SHIPPED);

    assertThat(conflicts.stream().map(Conflict::kind).toList())
        .isEqualTo(found ? List.of(Kind.ONE_INFUSION_ONLY) : List.of());
    assertThat(conflicts).allMatch(Conflict::blocks);
  }

  /// One takes 100 min: a second that begins before it ends overlaps.
  @ParameterizedTest
  @CsvSource({"99, true", "100, false"})
  void infusionsOfOneSeriesDoNotOverlap(long minutes, boolean overlap) {
    var conflicts =
        of(
            List.of(at(1, Duration.ZERO), at(2, Duration.ofMinutes(minutes))),
            List.of(),
            List.of(),
            false,
            SHIPPED);

    assertThat(conflicts.stream().anyMatch(conflict -> conflict.kind() == Kind.PATIENT_TWICE))
        .isEqualTo(overlap);
  }

  /// Without a protocol or without a dose there is nothing to add up.
  @ParameterizedTest
  @CsvSource({"true, false", "false, true", "false, false"})
  void withoutAPlanNothingIsAddedUp(boolean protocol, boolean dose) {
    var facts =
        new Conflicts.Facts(
            ADA,
            List.of(at(1, Duration.ofHours(1))),
            List.of(),
            Capacity.of(SHIPPED, DAY),
            Protocol.find(SHIPPED, "PLN-PRO-02", DAY).filter(_ -> protocol),
            Optional.of(Dose.ofMilligrams("900", Moiety.RACEMIC_KETAMINE)).filter(_ -> dose),
            List.of(),
            false,
            NOW);

    assertThat(Conflicts.of(facts, new PlanningKnowledge(SHIPPED, DAY))).isEmpty();
  }

  @Test
  void oneThingIsSaidOnce() {
    var infusion = at(1, Duration.ofHours(1));
    var booking = new Booking(new CourseId(new UUID(1, 1)), ADA, infusion("Chair 2", infusion));

    assertThat(of(List.of(infusion), List.of(booking, booking), List.of(), false, SHIPPED))
        .extracting(Conflict::kind)
        .containsExactly(Kind.PATIENT_TWICE);
  }

  /// Calling off one day leaves the others and their answers.
  @Test
  void aDayCalledOffLeavesTheOthers() {
    var state =
        SeriesState.of(
            List.of(
                new SeriesPlanned(List.of(at(1, Duration.ZERO), at(2, Duration.ofDays(1))), NINA),
                new DayConfirmed(1, "driver", "A driver", true, "", NOW, NINA),
                new DayConfirmed(2, "driver", "A driver", true, "", NOW, NINA),
                new DayCalledOff(1, "a cold", NINA)));
    var driver = new DayItem("driver", "A driver");

    assertThat(state.infusion(1)).isEmpty();
    assertThat(state.infusion(2)).contains(at(2, Duration.ofDays(1)));
    assertThat(state.answer(1, driver)).isEmpty();
    assertThat(state.answer(2, driver)).isPresent();
  }

  /// Another infusion at the same time as the one that was confirmed is another day all the same.
  @Test
  void whatWasConfirmedHoldsForItsOwnNumberAndTimeOnly() {
    var events =
        new ArrayList<org.nepenthe.care.decision.CareEvent>(
            List.of(
                new SeriesPlanned(List.of(at(1, Duration.ZERO), at(2, Duration.ofDays(1))), NINA),
                new DayConfirmed(1, "driver", "A driver", true, "", NOW, NINA),
                new DayConfirmed(2, "driver", "A driver", true, "", NOW, NINA)));
    var driver = new DayItem("driver", "A driver");

    events.add(
        new SeriesPlanned(List.of(at(1, Duration.ofDays(1)), at(2, Duration.ofDays(2))), NINA));

    assertThat(SeriesState.of(events).answer(1, driver)).isEmpty();
    assertThat(SeriesState.of(events).answer(2, driver)).isEmpty();
    assertThat(SeriesState.of(events).infusions()).hasSize(2);
  }

  private static PlannedInfusion at(int number, Duration after) {
    return new PlannedInfusion(number, Phase.INDUCTION, NOW.plus(after), 100, "Chair 1");
  }

  private static PlannedInfusion infusion(String chair, PlannedInfusion of) {
    return new PlannedInfusion(of.number(), of.phase(), of.from(), of.minutes(), chair);
  }

  private static List<Conflict> of(
      List<PlannedInfusion> infusions,
      List<Booking> others,
      List<EarlierDose> earlier,
      boolean oneOnly,
      KnowledgeBase knowledge) {
    return Conflicts.of(
        new Conflicts.Facts(
            ADA,
            infusions,
            others,
            Capacity.of(knowledge, DAY),
            Protocol.find(knowledge, "PLN-PRO-02", DAY),
            Optional.of(Dose.ofMilligrams("35", Moiety.RACEMIC_KETAMINE)),
            earlier,
            oneOnly,
            NOW),
        new PlanningKnowledge(knowledge, DAY));
  }
}
