package org.nepenthe.care.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.planning.order.BodySize;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.Written;
import org.nepenthe.care.planning.protocol.EarlierDose;
import org.nepenthe.care.planning.protocol.PlanningKnowledge;
import org.nepenthe.care.planning.protocol.Protocol;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.quantity.Dose;
import org.nepenthe.quantity.Moiety;

/// What is said with a plan, on both sides of each number. Sums by hand.
class PlanNoticesTest {
  private static final KnowledgeBase BASE = KnowledgeBase.shipped();
  private static final PlanningKnowledge KNOWLEDGE =
      new PlanningKnowledge(BASE, LocalDate.of(2026, 11, 22));
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  /// The guideline's least: 80 mg over more than 120 min.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # mg, minutes, said
          80, 121, false
          80, 120.1, false
          79.9, 121, true
          80, 120, true
          79.9, 120, true
          """)
  void belowTheGuidelinesLeast(String milligrams, String minutes, boolean said) {
    var order = new Written().but("mg", milligrams).but("minutes", minutes).order("PLN-PRO-01");

    assertThat(said("guideline's least outpatient infusion", order, request(1, List.of(), "")))
        .isEqualTo(said);
  }

  @Verifies("H08")
  @ParameterizedTest
  @CsvSource({"1, ''", "2, 2 vials are needed", "3, 3 vials are needed"})
  void moreThanOneVial(String vials, String words) {
    var order = new Written().but("vials", vials).order("PLN-PRO-01");

    var notices = notices(order, request(1, List.of(), ""));
    assertThat(notices.stream().filter(text -> text.contains("vials are needed")).toList())
        .hasSize(words.isEmpty() ? 0 : 1)
        .allMatch(text -> text.startsWith(words) && text.contains("200 mg in 20 mL"));
  }

  /// 70 kg x 0.3 mg/kg is 21 mg.
  @ParameterizedTest
  @CsvSource({"21, false", "20.9, true"})
  void roundedDown(String milligrams, boolean said) {
    var order = new Written().but("mg", milligrams).order("PLN-PRO-01");

    assertThat(said("Rounded down from 21 mg", order, request(1, List.of(), ""))).isEqualTo(said);
  }

  /// The source of PLN-PRO-02 gave five.
  @Verifies("H12")
  @ParameterizedTest
  @CsvSource({"1, false", "5, false", "6, true"})
  void moreInfusionsThanTheSourceGave(int number, boolean said) {
    var order = new Written().order("PLN-PRO-02");

    assertThat(
            said(
                "gave 5 infusions; this is number " + number,
                order,
                request(number, List.of(), "")))
        .isEqualTo(said);
  }

  @Verifies("H57")
  @ParameterizedTest
  @CsvSource({
    "IND-CRPS, '', false",
    "IND-CRPS, a reason, false",
    "IND-HEADACHE, '', false",
    "IND-HEADACHE, a reason, true"
  })
  void anotherIndicationWithItsReason(String indication, String reason, boolean said) {
    var order = new Written().order("PLN-PRO-01");
    var request =
        request(
            1,
            new PlanFacts(Optional.empty(), BodySize.NOT_KNOWN, Optional.of(indication), List.of()),
            reason);

    assertThat(said("does not name this patient's indication", order, request)).isEqualTo(said);
    assertThat(said("Reason given: a reason", order, request)).isEqualTo(said);
  }

  /// With this infusion's 21 mg. In 7 days: 10 mg six days ago, 5 mg exactly seven days ago and 40
  /// mg of another course. In this course: 10, 5 and 20 mg.
  @Verifies("H12")
  @Test
  void whatWasGivenIsSummedByWeekAndByCourse() {
    var order = new Written().order("PLN-PRO-01");
    var earlier =
        List.of(
            given("10", Duration.ofDays(6), true),
            given("5", Duration.ofDays(7), true),
            given("20", Duration.ofDays(7).plusSeconds(1), true),
            given("40", Duration.ofDays(3), false));

    assertThat(notices(order, request(1, earlier, "")))
        .anyMatch(text ->
            text.startsWith(
                "With this infusion: 76 mg of ketamine in 7 days, 56 mg in this course. No"));
    assertThat(said("With this infusion", order, request(1, List.of(), ""))).isFalse();
    // Nothing of the other drug was given: nothing is said beside it.
    assertThat(said("Beside it", order, request(1, earlier, ""))).isFalse();
  }

  private static EarlierDose given(String milligrams, Duration ago, boolean thisCourse) {
    return new EarlierDose(
        Dose.ofMilligrams(milligrams, Moiety.RACEMIC_KETAMINE), AT.minus(ago), thisCourse);
  }

  private static boolean said(String words, DoseOrder order, PlanRequest request) {
    return notices(order, request).stream().anyMatch(text -> text.contains(words));
  }

  private static List<String> notices(DoseOrder order, PlanRequest request) {
    var protocol =
        Protocol.find(BASE, order.protocolId(), LocalDate.of(2026, 11, 22)).orElseThrow();
    return PlanNotices.of(request, protocol, order, KNOWLEDGE, AT).stream()
        .map(Notice::text)
        .toList();
  }

  private static PlanRequest request(int number, List<EarlierDose> earlier, String reason) {
    return request(
        number,
        new PlanFacts(Optional.empty(), BodySize.NOT_KNOWN, Optional.empty(), earlier),
        reason);
  }

  private static PlanRequest request(int number, PlanFacts facts, String reason) {
    var request = KetamineEventsTest.request("PLN-PRO-01", "70", "0.3", "10", "20");
    return new PlanRequest(
        number,
        request.protocolId(),
        request.weight(),
        request.weightChangeConfirmed(),
        request.dosePerWeight(),
        request.minutes(),
        request.vial(),
        request.vialContent(),
        request.prepared(),
        request.softCapReason(),
        reason,
        request.benefit(),
        facts);
  }
}
