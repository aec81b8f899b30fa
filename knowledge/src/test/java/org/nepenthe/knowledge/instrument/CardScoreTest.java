package org.nepenthe.knowledge.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.instrument.CardScore.WeighedAs;

/// Scores worked out by hand from the published rules. The Opioid Risk Tool adds up to 26 for women
/// and for men when everything applies.
class CardScoreTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final KnowledgeBase BASE = KnowledgeBase.shipped();

  private static InstrumentCard card(String id) {
    return InstrumentCard.find(BASE, DAY, id).orElseThrow();
  }

  private static Map<String, Integer> all(InstrumentCard card, int answer) {
    var answers = new HashMap<String, Integer>();
    card.items().forEach(item -> answers.put(item.key(), answer));
    return answers;
  }

  private static BigDecimal score(
      InstrumentCard card, Map<String, Integer> answers, Optional<WeighedAs> weighedAs) {
    return switch (CardScore.of(card, answers, weighedAs)) {
      case CardScore.Valid(var value) -> value;
      case CardScore.NotValid(var why) -> throw new AssertionError(why);
    };
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # instrument, every answer, score, means
          INS-PHQ9,     0,            0,     ''
          INS-PHQ9,     1,            9,     mild
          INS-PHQ9,     2,            18,    moderately severe
          INS-PHQ9,     3,            27,    severe
          INS-GAD7,     0,            0,     ''
          INS-GAD7,     1,            7,     mild
          INS-GAD7,     2,            14,    moderate
          INS-GAD7,     3,            21,    severe
          INS-PEG,      7,            7,     ''
          INS-NRS,      10,           10,    ''
          INS-PGIC,     2,            2,     a change that matters to the patient
          INS-PGIC,     3,            3,     ''
          INS-DN4,      1,            10,    neuropathic pain is likely
          INS-DN4,      0,            0,     ''
          """)
  void publishedScoring(String id, int answer, BigDecimal expected, String means) {
    var card = card(id);
    var score = score(card, all(card, answer), Optional.empty());
    assertThat(score).isEqualByComparingTo(expected);
    assertThat(card.reached(score).map(InstrumentCard.CutOff::means).orElse("")).isEqualTo(means);
  }

  @ParameterizedTest
  @CsvSource({"9, mild", "10, moderate", "14, moderate", "15, moderately severe", "20, severe"})
  void theEdgesOfThePhq9(BigDecimal score, String means) {
    assertThat(card("INS-PHQ9").reached(score).orElseThrow().means()).isEqualTo(means);
  }

  @Test
  void theOpioidRiskToolAddsUpTo26ForBoth() {
    var ort = card("INS-ORT");
    for (var weighedAs : WeighedAs.values()) {
      assertThat(score(ort, all(ort, 1), Optional.of(weighedAs))).isEqualByComparingTo("26");
    }
    var familyAlcohol = all(ort, 0);
    familyAlcohol.put("family-alcohol", 1);
    assertThat(score(ort, familyAlcohol, Optional.of(WeighedAs.FEMALE))).isEqualByComparingTo("1");
    assertThat(score(ort, familyAlcohol, Optional.of(WeighedAs.MALE))).isEqualByComparingTo("3");
    assertThat(CardScore.of(ort, familyAlcohol, Optional.empty()))
        .isInstanceOf(CardScore.NotValid.class);
  }

  /// Item 3 asks whether one can always stop: no is the answer that counts.
  @Test
  void theThirdItemOfTheDastCountsTheOtherWay() {
    var dast = card("INS-DAST10");
    assertThat(score(dast, all(dast, 0), Optional.empty())).isEqualByComparingTo("1");
    assertThat(score(dast, all(dast, 1), Optional.empty())).isEqualByComparingTo("9");
    var worst = all(dast, 1);
    worst.put("item-3", 0);
    assertThat(score(dast, worst, Optional.empty())).isEqualByComparingTo("10");
  }

  @Test
  void aMissingAnswerIsNeverTheHarmlessOne() {
    var phq = card("INS-PHQ9");
    var answers = all(phq, 0);
    answers.remove("self-harm");
    assertThat(CardScore.of(phq, answers, Optional.empty())).isInstanceOf(CardScore.NotValid.class);
    answers.put("self-harm", 4);
    assertThat(CardScore.of(phq, answers, Optional.empty())).isInstanceOf(CardScore.NotValid.class);
    answers.put("self-harm", 0);
    answers.put("another", 0);
    assertThat(CardScore.of(phq, answers, Optional.empty())).isInstanceOf(CardScore.NotValid.class);
  }

  @Test
  void whatIsScoredByItsOwnersRulesIsNotScoredHere() {
    assertThat(CardScore.of(card("INS-LANSS"), Map.of(), Optional.empty()))
        .isInstanceOf(CardScore.NotValid.class);
  }

  /// The text of an instrument whose licence asks for permission is not in this base.
  @Test
  void noTextIsShippedWithoutTheRightToIt() {
    for (var card : InstrumentCard.all(BASE, DAY)) {
      if (card.licence() == Licence.PERMISSION_NEEDED || card.text() == WhoseText.SITE_LOADS) {
        assertThat(card.items())
            .as(card.id())
            .allSatisfy(item -> assertThat(item.asks()).isEmpty());
      }
      if (card.text() == WhoseText.SHIPPED) {
        assertThat(card.licence()).as(card.id()).isEqualTo(Licence.FREE);
      }
    }
  }

  /// Table 1 of PMC5511749: a symptom in 3 of 4 categories, in 4 for research; a sign in 2.
  @Test
  void theBudapestCriteria() {
    var budapest = DiagnosticCriteria.of(BASE, DiagnosticCriteria.BUDAPEST, DAY);
    assertThat(budapest.categories()).hasSize(4);
    assertThat(budapest.symptomsNeeded().isBreachedBy(new BigDecimal(2))).isFalse();
    assertThat(budapest.symptomsNeeded().isBreachedBy(new BigDecimal(3))).isTrue();
    assertThat(budapest.signsNeeded().isBreachedBy(new BigDecimal(1))).isFalse();
    assertThat(budapest.signsNeeded().isBreachedBy(new BigDecimal(2))).isTrue();
    assertThat(budapest.symptomsNeededForResearch().isBreachedBy(new BigDecimal(3))).isFalse();
  }
}
