package org.nepenthe.clinic.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command as it is typed. Curves: SimTIVA's own for 35 mg over 40 min at 70 kg, with the ke0
/// values that SimTIVA uses, to 1e-9 relative.
class SimulateCommandTest {
  private static final double TOLERANCE = 1e-9;
  private static final Path REFERENCE = Path.of("../pharmacology/src/test/resources/reference/pk");

  private final Typed typed = new Typed();

  @ParameterizedTest
  @CsvSource({
    "kamp-2020, simtiva_Kamp_A_35mg_40min_70kg.csv",
    "domino-1984, simtiva_Domino_A_35mg_40min_70kg.csv"
  })
  void theCurveIsTheReferencesOwn(String model, String file) throws IOException {
    int status =
        typed.run(
            "simulate",
            "--model",
            model,
            "--weight",
            "70kg",
            "--dose",
            "0 min: 35 mg over 40 min",
            "--every",
            "1min",
            "--until",
            last(file) + "min",
            "--format",
            "csv");
    assertThat(status).isZero();
    var rows = typed.rows();
    assertThat(rows.getFirst()).isEqualTo("time_min,model,analyte,cp_ng_per_mL,ce_ng_per_mL");
    var reference = Files.readAllLines(REFERENCE.resolve(file));
    int compared = 0;
    for (var line : reference) {
      if (line.startsWith("#") || line.startsWith("time")) {
        continue;
      }
      var expected = line.split(",");
      var row = row(rows, expected[0]);
      assertThat(row[1]).isEqualTo(model);
      assertThat(row[2]).isEqualTo("ketamine");
      close(row[3], expected[1]);
      close(row[4], expected[2]);
      compared++;
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void theSameDoseInOtherWordsIsTheSameCurve() {
    typed.run("simulate", "--model=kamp-2020", "--weight=70kg", "--dose=0-40 min: 52.5 mg/h");
    var said = typed.rows();
    for (var words :
        List.of(
            "0-40 min: 0.75 mg/kg/h", "0-40 min: 12.5 mcg/kg/min", "0 s: 0.5 mg/kg over 2400 s")) {
      var other = new Typed();
      assertThat(other.run("simulate", "--model=kamp-2020", "--weight=70kg", "--dose", words))
          .isZero();
      assertThat(other.rows()).isEqualTo(said);
    }
  }

  @Test
  void severalModelsAreAnEnsembleAndWhatTheyMixIsSaid() {
    assertThat(
            typed.run(
                "simulate",
                "--model",
                "kamp-2020",
                "--model",
                "domino-1984",
                "--weight",
                "70kg",
                "--dose",
                "0 min: 10 mg",
                "--until",
                "10 min"))
        .isZero();
    assertThat(typed.rows()).hasSize(1 + 2 * 11);
    assertThat(typed.complaints())
        .anyMatch(line -> line.contains("racemic"))
        .anyMatch(line -> line.startsWith("kamp-2020: arterial plasma"))
        .anyMatch(line -> line.contains("re-derived"))
        .anyMatch(line -> line.contains("not of one kind of blood"));
  }

  /// Domino's 0.238 per minute peaks after 1.608 min; with Kamp's parameters 1.39 per minute does.
  @Test
  void aKe0OfOtherParametersIsReDerivedAndSaysSo() {
    assertThat(
            typed.run(
                "simulate",
                "--model",
                "kamp-2020",
                "--ke0",
                "0.238/min",
                "--ke0-from",
                "domino-1984",
                "--weight",
                "70kg",
                "--dose",
                "0 min: 10 mg"))
        .isZero();
    assertThat(typed.complaints())
        .anyMatch(line ->
            line.contains("re-derived from 0.2380/min with Domino") && line.contains("1.608 min"));
  }

  @Test
  void jsonHoldsTheSameCurve() {
    assertThat(
            typed.run(
                "simulate",
                "--weight",
                "70kg",
                "--dose",
                "0 min: 10 mg",
                "--until",
                "2min",
                "--format",
                "json"))
        .isZero();
    assertThat(typed.output())
        .startsWith("{\"moiety\":\"ketamine\",\"weight_kg\":70,\"time_min\":[0.0,1.0,2.0],")
        .contains("\"model\":\"kamp-2020\"", "\"model\":\"domino-1984\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --weight;70;--dose;0 min: 10 mg                                | kg or lb?
          --weight;70kg;--dose;0 min: 10                                 | Say mg, mg/kg
          --weight;70kg;--dose;0-40: 30 mg/h                             | of what?
          --weight;70kg                                                  | --dose
          --dose;0 min: 10 mg                                            | --weight
          --weight;70kg;--dose;0 min: 10 mg;--model;nobody-1900          | known are kamp-2020
          --weight;70kg;--dose;0-9 min: 9 mg/h;--dose;5-9 min: 9 mg/h    | not overlap
          --weight;70kg;--dose;0 min: 10 mg;--every;0min                 | a step above 0
          --weight;70kg;--dose;0 min: 10 mg;--until;1                    | of what?
          --weight;70kg;--dose;0 min: 10 mg;--format;xml                 | --format
          --weight;70kg;--dose;0 min: 10 mg;--moiety;arketamine          | neither ketamine nor
          --weight;70kg;--dose;0 min: 10 mg;--endpoint;mood              | no endpoint 'mood'
          --weight;70kg;--dose;0 min: 10 mg;--ke0;0.238/min              | go together
          --weight;70kg;--dose;0 min: 10 mg;--ke0;0.238                  | 0.238/min
          --weight;70kg;--dose;0 min: 10 mg;--frobnicate                 | --frobnicate
          """)
  void wrongCallsAreToldInWordsWithStatus2(String line, String words) {
    assertThat(typed.run(("simulate;" + line).split(";"))).isEqualTo(2);
    assertThat(typed.output()).isEmpty();
    assertThat(typed.complaints()).singleElement().asString().contains(words);
  }

  @Test
  void aPersonOutsideEveryModelHasNoCurveAndStatus1() {
    assertThat(typed.run("simulate", "--weight", "20kg", "--dose", "0 min: 10 mg")).isEqualTo(1);
    assertThat(typed.output()).isEmpty();
    assertThat(typed.complaints()).anyMatch(line -> line.contains("20 kg lies outside"));
  }

  @Test
  void aModelOfTheOtherMoietySaysSo() {
    assertThat(
            typed.run(
                "simulate", "--model", "simons-2022", "--weight", "70kg", "--dose", "0 min: 10 mg"))
        .isEqualTo(1);
    assertThat(typed.complaints()).anyMatch(line -> line.contains("--moiety esketamine"));
  }

  @Test
  void metabolitesHaveNoEffectSite() {
    assertThat(
            typed.run(
                "simulate",
                "--model",
                "simons-2022",
                "--moiety",
                "esketamine",
                "--weight",
                "70kg",
                "--dose",
                "0 min: 20 mg over 20 min",
                "--until",
                "1min"))
        .isZero();
    assertThat(typed.rows())
        .hasSize(1 + 3 * 2)
        .anyMatch(row -> row.startsWith("1,simons-2022,norketamine,") && row.endsWith(","))
        .noneMatch(row -> row.contains(",ketamine,") && row.endsWith(","));
  }

  @Test
  void whatAModelNeedsToKnowIsAskedFor() {
    assertThat(
            typed.run(
                "simulate",
                "--model",
                "perez-ruixo-2021",
                "--moiety",
                "esketamine",
                "--weight",
                "70kg",
                "--dose",
                "0 min: 28 mg intranasal"))
        .isEqualTo(1);
    assertThat(typed.complaints()).anyMatch(line -> line.contains("; say --"));
    assertThat(
            typed.run(
                "simulate",
                "--model",
                "perez-ruixo-2021",
                "--moiety",
                "esketamine",
                "--weight",
                "70kg",
                "--age",
                "40",
                "--ethnicity",
                "not-asian",
                "--sex",
                "female",
                "--dose",
                "0 min: 28 mg",
                "--route",
                "intranasal"))
        .isZero();
    assertThat(typed.complaints())
        .anyMatch(line -> line.contains("no model that ships uses sex"))
        .anyMatch(line -> line.contains("no effect site"));
  }

  @Test
  void helpHasExamplesAndSaysWhatItIsNot() {
    assertThat(typed.run("simulate", "--help")).isZero();
    assertThat(typed.output())
        .contains("--model", "--dose", "--every", "Examples:", "drives no pump")
        .doesNotContain("--home", "--port");
  }

  private static String last(String file) throws IOException {
    return Files.readAllLines(REFERENCE.resolve(file)).getLast().split(",")[0];
  }

  private static String[] row(List<String> rows, String minute) {
    return rows.stream()
        .filter(row -> row.startsWith(minute + ","))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row of minute " + minute))
        .split(",");
  }

  private static void close(String actual, String expected) {
    double value = Double.parseDouble(expected);
    assertThat(Double.parseDouble(actual))
        .isCloseTo(value, within(Math.max(Math.abs(value) * TOLERANCE, 1e-12)));
  }
}
