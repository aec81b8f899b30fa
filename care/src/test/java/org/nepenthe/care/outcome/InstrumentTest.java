package org.nepenthe.care.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.knowledge.KnowledgeBase;

class InstrumentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final Instrument PEG = instrument(Instrument.PEG);
  private static final Instrument NRS = instrument(Instrument.NRS);

  /// The PEG is the mean of its three items (Krebs 2009): 7 + 8 + 6 = 21, 21 / 3 = 7;
  /// 7 + 7 + 6 = 20, 20 / 3 = 6.667.
  @ParameterizedTest
  @CsvSource({"7, 8, 6, 7", "7, 7, 6, 6.667", "0, 0, 0, 0", "10, 10, 10, 10"})
  void pegIsTheMeanOfThree(int pain, int enjoyment, int activity, BigDecimal expected) {
    var score = PEG.score(peg(pain, enjoyment, activity));

    assertThat(score.number().orElseThrow()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "10, true", "11, false"})
  void anAnswerLiesOnItsScale(int pain, boolean valid) {
    var score = NRS.score(new Answers(Instrument.NRS, Map.of("pain", pain)));

    assertThat(score instanceof Score.Valid).isEqualTo(valid);
  }

  @Test
  void halfAnInstrumentIsNoScore() {
    var score = PEG.score(new Answers(Instrument.PEG, Map.of("pain", 7, "activity", 6)));

    assertThat(score).isInstanceOf(Score.NotValid.class);
    assertThat(score.number()).isEmpty();
  }

  @Test
  void answersToAnotherInstrumentAreNoScore() {
    assertThat(PEG.score(new Answers(Instrument.NRS, peg(1, 2, 3).items())))
        .isInstanceOf(Score.NotValid.class);
  }

  /// From 8 to 6: 2 of 8 are 25 %. From 5 to 6: a rise by 20 %.
  @ParameterizedTest
  @CsvSource({"8, 6, 25", "8, 4, 50", "5, 6, -20", "10, 7, 30"})
  void aFallIsInPercentOfTheValueBefore(BigDecimal before, BigDecimal after, BigDecimal percent) {
    assertThat(new Change(before, after).fallPercent().orElseThrow()).isEqualByComparingTo(percent);
  }

  @Test
  void thereIsNoFallFromZero() {
    assertThat(new Change(BigDecimal.ZERO, BigDecimal.ZERO).fallPercent())
        .isEqualTo(Optional.empty());
  }

  private static Answers peg(int pain, int enjoyment, int activity) {
    return new Answers(
        Instrument.PEG, Map.of("pain", pain, "enjoyment", enjoyment, "activity", activity));
  }

  private static Instrument instrument(String id) {
    return Instrument.of(KnowledgeBase.shipped(), id, DAY).orElseThrow();
  }
}
