package org.nepenthe.knowledge.regimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.regimen.ReferenceRegimen.Figure;
import org.nepenthe.knowledge.regimen.ReferenceRegimen.Orderable;

/// The thirty regimens against the table of the evidence (section 2), number by number, written
/// down here from that table and not from the files under test. Exact: no tolerance.
class ReferenceRegimenTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final KnowledgeBase BASE = KnowledgeBase.shipped();

  private static ReferenceRegimen regimen(String number) {
    return ReferenceRegimen.all(BASE, DAY).stream()
        .filter(each -> each.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void thereAreThirty() {
    assertThat(ReferenceRegimen.all(BASE, DAY))
        .extracting(ReferenceRegimen::number)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 30).mapToObj("P%02d"::formatted).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # regimen, dose as the table has it
          P01 | final rate   | 22.2 mg/h, mean, standard deviation 2.0, for 70 kg
          P02 | maximum      | 0.35 mg/kg/h, titrated up to it
          P03 | average      | 10 to 20 mg/h
          P04 | start        | 10 mg/h
          P04 | maximum      | 40 mg/h
          P05 | rate         | 10 to 20 mg/h
          P06 | single dose  | 0.5 mg/kg
          P06 | rate         | 0.75 mg/kg/h
          P07 | single dose  | 0.5 mg/kg
          P08 | single dose  | 0.5 mg/kg
          P09 | single dose  | 80 mg, in 500 mL
          P09 | rate         | 16 mg/h
          P09 | rate         | 0.23 mg/kg/h
          P10 | start        | 0.05 mg/kg/h
          P10 | maximum      | 0.2 mg/kg/h
          P11 | start        | 5 mg/h
          P11 | maximum      | 27.5 mg/h, between clinics 11.9 to 100 mg/h
          P12 | start        | 5 mg/h
          P12 | maximum      | 25 mg/h, between clinics 14 to 25 mg/h
          P13 | rate         | 0.1 to 0.35 mg/kg/h
          P16 | loading      | 0.35 mg/kg, up to
          P16 | rate         | 0.5 to 2 mg/kg/h
          P16 | least total  | 80 mg
          P17 | start        | 0.05 to 0.1 mg/kg/h
          P17 | maximum      | 0.5 mg/kg/h
          P18 | start        | 0.5 mg/kg
          P18 | step         | 15 to 20 mg/day
          P18 | average      | 2 mg/kg/day, where it worked
          P19 | single dose  | 0.5 mg/kg, racemic
          P19 | single dose  | 0.25 mg/kg, esketamine
          P20 | start        | 10 mg, three times a day
          P20 | step         | 10 mg, three times a day
          P21 | step         | 100 to 500 mg/day
          P22 | start        | 50 to 100 mg/day
          P22 | start        | 30 mg/day, frail
          P22 | step         | 50 mg/day
          P23 | test dose    | 0.4 mg/kg
          P23 | then by mouth| 4 mg/kg, at night
          P24 | single dose  | 10 mg, a spray; sprays 90 s apart
          P25 | test dose    | 0.1 mg/kg
          P27 | single dose  | 0.1 to 0.3 mg/kg
          P28 | rate         | 0.75 mg/kg/h, may be doubled at 60 and at 90 min
          P29 | single dose  | 0.15 mg/kg
          P30 | single dose  | 0.25 mg/kg
          P30 | single dose  | 0.5 mg/kg
          """)
  void dosesAsTheTableHasThem(String number, String what, String words) {
    assertThat(regimen(number).doses())
        .anySatisfy(dose -> {
          assertThat(dose.what()).isEqualTo(what);
          assertThat(dose.words()).isEqualTo(words);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P01 | course       | 4.2 d
          P02 | each day     | 4 h
          P02 | course       | 10 d
          P03 | course       | 2 to 4 d
          P04 | course       | 5 d
          P05 | each session | 100 h
          P05 | interval     | 16 d
          P06 | each session | 40 min
          P06 | course       | 5 d
          P07 | interval     | 35 d
          P08 | each session | 30 min
          P09 | each day     | 5 h
          P09 | course       | 7 d
          P10 | course       | 6 d, arm A
          P10 | each session | 6 h, arm B
          P10 | interval     | 2 wk, arm B
          P10 | course       | 3 mo, arm B
          P11 | each session | 6 h
          P12 | course       | 4 d
          P13 | course       | 5 d
          P15 | interval     | 1 wk
          P16 | longer than  | 2 h
          P17 | wean         | 12 to 24 h
          P18 | course       | 3 mo
          P21 | course       | 3 to 5 d
          P24 | interval     | 48 h
          P27 | each session | 40 to 60 min
          P28 | each session | 2 h
          P28 | course       | 3 d
          P29 | each session | 10 min
          P30 | each session | 30 min
          """)
  void lengthsAsTheTableHasThem(String number, String what, String words) {
    assertThat(regimen(number).lengths())
        .anySatisfy(length -> {
          assertThat(length.what()).isEqualTo(what);
          assertThat(length.words()).isEqualTo(words);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P02 | above 0.35 mg/kg/h
          P02 | above 25 mg/h
          P02 | above 100 mg/day
          P04 | above 40 mg/h
          P10 | above 0.2 mg/kg/h
          P13 | above 24 mg/h
          P16 | above 2 mg/kg/h
          P17 | above 0.5 mg/kg/h
          P22 | above 500 mg/day
          P24 | above 5
          """)
  void capsAsTheTableHasThem(String number, String cap) {
    assertThat(regimen(number).caps()).anySatisfy(each -> assertThat(each.words()).isEqualTo(cap));
  }

  /// What a course adds up to at 70 kg, by hand: for example P04, 10 mg/h for 120 h is 1.2 g.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P01 | 2.2 g
          P02 | 1,000 mg
          P04 | 1.2 to 4.8 g
          P06 | 175 mg
          P09 | 560 mg
          P10 | 504 mg
          P27 | 7 to 21 mg
          """)
  void totalsAsTheTableHasThem(String number, String words) {
    assertThat(regimen(number).total()).singleElement().extracting(Figure::words).isEqualTo(words);
  }

  /// Racemic ketamine and esketamine are apart: the table marks the latter with an S.
  @Test
  void theMoietyIsNamed() {
    for (var regimen : ReferenceRegimen.all(BASE, DAY)) {
      var expected =
          switch (regimen.number()) {
            case "P01", "P05", "P08", "P10" -> "esketamine";
            case "P19" -> "racemic or esketamine";
            default -> "racemic ketamine";
          };
      assertThat(regimen.moiety()).as(regimen.number()).isEqualTo(expected);
    }
  }

  /// Only what has a dose, a cap, a setting and a schedule can be ordered. P27 has no schedule and
  /// is offered because the clinic's starting dose comes from it; its protocol says so. Of P10 only
  /// the outpatient arm is.
  @Test
  void fourCanBeOrderedAndTheOthersSayWhyNot() {
    for (var regimen : ReferenceRegimen.all(BASE, DAY)) {
      switch (regimen.number()) {
        case "P02" -> assertThat(regimen.orderable()).isEqualTo(new Orderable.As("PLN-PRO-03"));
        case "P06" -> assertThat(regimen.orderable()).isEqualTo(new Orderable.As("PLN-PRO-02"));
        case "P10" -> assertThat(regimen.orderable()).isEqualTo(new Orderable.As("PLN-PRO-04"));
        case "P27" -> assertThat(regimen.orderable()).isEqualTo(new Orderable.As("PLN-PRO-01"));
        default ->
            assertThat(regimen.orderable())
                .as(regimen.number())
                .isInstanceOfSatisfying(
                    Orderable.Not.class, not -> assertThat(not.because()).isNotBlank());
      }
      if (regimen.orderable() instanceof Orderable.As(var protocol)) {
        assertThat(regimen.setting())
            .isEqualTo(regimen.number().equals("P10") ? "outpatient or inpatient" : "outpatient");
        assertThat(BASE.entry(protocol).periods().getLast().values().references("regimen"))
            .containsExactly(regimen.id());
      }
    }
  }

  /// The table marks the doses of P21 and P24 as remembered and not read.
  @Test
  void whatWasRememberedAndNotReadIsOff() {
    for (var number : new String[] {"P21", "P24"}) {
      assertThat(regimen(number).doses())
          .allSatisfy(dose -> assertThat(dose.use()).isEqualTo(Use.OFF));
    }
  }

  @Test
  void eachSaysWhatItLacksAndWhatCameOfIt() {
    assertThat(ReferenceRegimen.all(BASE, DAY))
        .allSatisfy(regimen -> {
          assertThat(regimen.lacks()).as(regimen.number()).isNotEmpty();
          assertThat(regimen.outcome()).as(regimen.number()).isNotBlank();
          assertThat(regimen.evidence()).as(regimen.number()).isNotEmpty();
        });
  }
}
