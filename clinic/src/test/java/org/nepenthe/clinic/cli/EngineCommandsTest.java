package org.nepenthe.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `population`, `fit` and `target` as they are typed. Expected: opentiva's total for a plasma
/// target of 0.1 mcg/mL over 60 min with Domino at 70 kg, 23.3533 mg, within 1 %; laws otherwise.
class EngineCommandsTest {
  @TempDir Path folder;

  private final Typed typed = new Typed();

  @Test
  void aPlasmaTargetNeedsWhatOpentivaSays() {
    assertThat(
            typed.run(
                "target",
                "--model",
                "domino-1984",
                "--weight",
                "70kg",
                "--plasma",
                "0.1mcg/mL",
                "--until",
                "60min",
                "--max-rate",
                "1000mg/min"))
        .isZero();
    double total = 0;
    for (var row : typed.rows().subList(1, typed.rows().size())) {
      var cells = row.split(",");
      total +=
          Double.parseDouble(cells[2])
              / 60
              * (Double.parseDouble(cells[1]) - Double.parseDouble(cells[0]));
    }
    assertThat(total).isCloseTo(23.3533, within(0.2335));
    assertThat(typed.complaints()).anyMatch(line -> line.contains("never sent to a pump"));
  }

  @Test
  void percentilesAscendAndTheSameSeedGivesTheSamePeople() {
    String[] line = {
      "population",
      "--model",
      "simons-2022",
      "--moiety",
      "esketamine",
      "--n",
      "500",
      "--seed",
      "7",
      "--dose",
      "0 min: 0.3 mg/kg over 40 min",
      "--until",
      "60min",
      "--every",
      "10min",
      "--band",
      "0..100000"
    };
    assertThat(typed.run(line)).isZero();
    var rows = typed.rows();
    assertThat(rows).hasSize(1 + 2 * 7);
    var cells = rows.get(5).split(",");
    for (int i = 3; i < 7; i++) {
      assertThat(Double.parseDouble(cells[i])).isGreaterThan(Double.parseDouble(cells[i - 1]));
    }
    assertThat(typed.complaints()).anyMatch(said -> said.startsWith("0.000 % of the people"));
    typed.run(line);
    assertThat(typed.rows()).isEqualTo(rows);
  }

  @Test
  void levelsOfThePersonGiveTheirCurveAndItsBand() throws IOException {
    var levels = levels("time_min,ng_per_mL,matrix\n20,150,arterial\n60,40,arterial\n");
    assertThat(fit(levels)).isZero();
    assertThat(typed.rows().getFirst()).startsWith("time_min,cp_ng_per_mL,cp_low_ng_per_mL");
    var cells = typed.rows().get(21).split(",");
    assertThat(Double.parseDouble(cells[1]))
        .isBetween(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]));
    assertThat(typed.complaints()).anyMatch(line -> line.contains("shrinkage"));
  }

  @Test
  void levelsAsJsonGiveTheSameCurve() throws IOException {
    assertThat(fit(levels("time_min,ng_per_mL,matrix\n20,150,arterial\n60,40,arterial\n")))
        .isZero();
    var fromCsv = typed.rows();
    assertThat(
            fit(
                levels(
                    """
                    [{"time_min": 20, "ng_per_mL": 150, "matrix": "arterial"},
                     {"time_min": 60, "ng_per_mL": 40, "matrix": "arterial"}]
                    """)))
        .isZero();
    assertThat(typed.rows()).isEqualTo(fromCsv);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"time_min\": 20, \"ng_per_mL\": 150}]",
        "[{\"time_min\": 20, \"ng_per_mL\": 150, \"matrix\": \"venous\", \"unit\": \"x\"}]",
        "[{\"time_min\": \"20\", \"ng_per_mL\": 150, \"matrix\": \"venous\"}]",
        "[{\"time_min\": 20, \"ng_per_mL\": 150, \"matrix\": \"capillary\"}]",
        "[20, 150]",
      })
  void aBrokenListOfLevelsIsRefusedWithItsPlace(String text) throws IOException {
    assertThat(fit(levels(text))).isEqualTo(2);
    assertThat(typed.complaints()).anyMatch(line -> line.contains("level 1"));
  }

  @Test
  void aVenousLevelWhileItRunsOnAnArterialModelIsRefusedWithTheReason() throws IOException {
    assertThat(fit(levels("time_min,ng_per_mL,matrix\n10,50,venous\n"))).isEqualTo(1);
    assertThat(typed.output()).isEmpty();
    assertThat(typed.complaints()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minutes,level\n20,150\n",
        "time_min,ng_per_mL,matrix\n20,150\n",
        "time_min,ng_per_mL,matrix\n20,many,arterial\n",
        "time_min,ng_per_mL,matrix\n20,150,capillary\n",
        "time_min,ng_per_mL,matrix\n20,-3,arterial\n"
      })
  void aBrokenFileOfLevelsIsRefusedWithItsLine(String text) throws IOException {
    assertThat(fit(levels(text))).isEqualTo(2);
    assertThat(typed.complaints()).anyMatch(line -> line.contains("line "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          target;--weight;70kg;--until;1h;--max-rate;20mg/min                     | --plasma and --effect
          target;--weight;70kg;--plasma;100;--until;1h;--max-rate;20mg/min        | say it in ng/mL
          target;--weight;70kg;--plasma;9ng/mL;--until;1h;--max-rate;20           | say it in mg/min
          population;--model;kamp-2020;--dose;0 min: 10 mg                        | nothing of how people differ
          population;--model;simons-2022;--dose;0 min: 10 mg                      | no model of ketamine
          population;--model;simons-2022;--dose;0 min: 10 mg;--band;50            | say it as 50..200
          population;--model;simons-2022;--dose;0 min: 1 mg;--dose;1 min: 1 mg/kg | all for each kg
          fit;--model;simons-2022;--weight;70kg;--dose;0 min: 9 mg                | --levels
          """)
  void wrongCallsAreToldInWordsWithStatus2(String line, String words) {
    assertThat(typed.run(line.split(";"))).isEqualTo(2);
    assertThat(typed.output()).isEmpty();
    assertThat(typed.complaints()).singleElement().asString().contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"population", "fit", "target"})
  void helpHasExamples(String command) {
    assertThat(typed.run(command, "--help")).isZero();
    assertThat(typed.output()).contains("Examples:", "nepenthe " + command, "Exit status");
  }

  private Path levels(String text) throws IOException {
    return Files.writeString(folder.resolve("levels.csv"), text);
  }

  private int fit(Path levels) {
    return typed.run(
        "fit",
        "--model",
        "simons-2022",
        "--moiety",
        "esketamine",
        "--weight",
        "70kg",
        "--levels",
        levels.toString(),
        "--quantification-limit",
        "1",
        "--dose",
        "0 min: 20 mg over 20 min",
        "--until",
        "60min");
  }
}
