package org.nepenthe.pharmacology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.pharmacology.model.Variability.Level;
import org.nepenthe.quantity.BodyWeight;

/// Expected values by hand, or as the publications print them.
class VariabilityTest {
  private static final Covariates SEVENTY = new Covariates(BodyWeight.ofKilograms("70"));

  @Test
  void aPersonOffTheTypicalOneHasTheParametersThatFollow() {
    var simons = ModelCatalogue.shipped().get("simons-2022");
    var site = simons.effectSite();
    var typical = simons.body(SEVENTY, site);
    assertThat(typical.v1()).isEqualTo(11.6);
    assertThat(typical.clearance()).isCloseTo(1.48, offset(1e-12));
    var eta = Eta.of("v1", Math.log(2)).plus(Eta.of("cl", Math.log(3)));
    var person = simons.body(SEVENTY, site, eta);
    assertThat(person.v1()).isCloseTo(23.2, offset(1e-9));
    assertThat(person.clearance()).isCloseTo(4.44, offset(1e-9));
    // exchange flows are those of the typical person: 2.43 and 1.21 L/min
    assertThat(person.peripherals().getFirst().out() * 23.2).isCloseTo(2.43, offset(1e-9));
    assertThat(person.peripherals().getLast().out() * 23.2).isCloseTo(1.21, offset(1e-9));
  }

  @Test
  void aFractionStaysAFraction() {
    // logit 0.54 = 0.160343; plus 0.708 is the logit of 0.704401
    assertThat(Variability.Scale.LOGIT.deviating(0.54, 0.708)).isCloseTo(0.704401, offset(1e-6));
    assertThat(Variability.Scale.LOGIT.deviating(0.54, 20)).isLessThanOrEqualTo(1);
  }

  @Test
  void ottoDeviatesInVolumeAndClearanceTogether() {
    var otto = ModelCatalogue.shipped().get("otto-2021").variability();
    var matrix = otto.covarianceMatrix(Level.BETWEEN_PERSONS);
    assertThat(otto.effects(Level.BETWEEN_PERSONS))
        .extracting(Variability.RandomEffect::parameter)
        .startsWith("v1", "cl");
    assertThat(matrix[0][0]).isEqualTo(0.084177);
    assertThat(matrix[1][1]).isEqualTo(0.026048);
    assertThat(matrix[0][1]).isEqualTo(0.02261).isEqualTo(matrix[1][0]);
    var residual = otto.residualError(Analyte.KETAMINE).orElseThrow();
    assertThat(residual.standardDeviation(100)).isCloseTo(23.609, offset(1e-9));
  }

  @Test
  void whatCouldNotBeReadIsSaidAndNotInvented() {
    for (var id : Set.of("kamp-2020", "domino-1984")) {
      var variability = ModelCatalogue.shipped().get(id).variability();
      assertThat(variability.isKnown()).isFalse();
      assertThat(variability.missing()).hasValueSatisfying(s -> assertThat(s).contains("read"));
    }
  }

  @Test
  void deviationsThatAreNoPersonAreRefused() {
    var simons = ModelCatalogue.shipped().get("simons-2022");
    assertThatThrownBy(() -> Eta.of("v1", Double.NaN)).hasMessageContaining("between -20 and 20");
    assertThatThrownBy(() -> Eta.of("v1", 21)).hasMessageContaining("deviation of v1");
    assertThatThrownBy(() -> simons.body(SEVENTY, simons.effectSite(), Eta.of("v9", 1)))
        .hasMessage("simons-2022 has no parameter 'v9'");
    assertThat(new Eta(Map.of("v1", 1.0)).plus(Eta.of("v1", 0.5)).on("v1")).isEqualTo(1.5);
  }

  @Test
  void additiveErrorsArePutIntoNanograms() {
    // 0.058 nmol/mL of norketamine, 223.70 g/mol, is 12.9746 ng/mL; 10.2 % of 100 is 10.2;
    // together the root of 168.34 + 104.04 = 16.504
    var error =
        read("residual-errors: [{ analyte: norketamine, proportional: 0.102, additive: 0.058, unit: nmol/mL, read: secondary }]")
            .residualError(Analyte.NORKETAMINE)
            .orElseThrow();
    assertThat(error.standardDeviation(100)).isCloseTo(16.504, offset(1e-3));
    assertThat(error.read()).isEqualTo(ReadDepth.SECONDARY);
  }

  @Test
  void variancesAreReadHoweverTheyAreStated() {
    // sd 0.5 is a variance of 0.25; a log-normal cv of 1 is ln 2 = 0.693147
    var effects =
        read(
            "random-effects: [{ on: v1, level: between-persons, scale: log, sd: 0.5, read: secondary }, { on: cl, level: between-persons, scale: log, cv: 1, read: secondary }]\ncovariances: [{ of: [v1, cl], level: between-persons, correlation: 0.5, read: secondary }]");
    var matrix = effects.covarianceMatrix(Level.BETWEEN_PERSONS);
    assertThat(matrix[0][0]).isEqualTo(0.25);
    assertThat(matrix[1][1]).isCloseTo(0.693147, offset(1e-6));
    // 0.5 * 0.5 * 0.832555
    assertThat(matrix[1][0]).isCloseTo(0.208139, offset(1e-6));
    assertThat(effects.effects(Level.BETWEEN_OCCASIONS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random-effects: [{ on: v9, level: between-persons, scale: log, sd: 0.5, read: primary }]",
        "random-effects: [{ on: v1, level: between-moons, scale: log, sd: 0.5, read: primary }]",
        "random-effects: [{ on: v1, level: between-persons, scale: log, sd: 0, read: primary }]",
        "random-effects: [{ on: v1, level: between-persons, scale: log, sd: 1, cv: 1, read: primary }]",
        "random-effects: [{ on: v1, level: between-persons, scale: log, sd: 1, read: primary }, { on: v1, level: between-persons, scale: log, sd: 1, read: primary }]",
        "random-effects: [{ on: v1, level: between-persons, scale: log, sd: 1, read: primary }, { on: cl, level: between-persons, scale: log, sd: 1, read: primary }]\ncovariances: [{ of: [v1, cl], level: between-persons, correlation: 1, read: primary }]",
        "random-effects: [{ on: v1, level: between-persons, scale: log, sd: 1, read: primary }]\ncovariances: [{ of: [v1, cl], level: between-persons, correlation: 0.1, read: primary }]",
        "residual-errors: [{ analyte: ketamine, proportional: -1, read: primary }]",
        "residual-errors: [{ analyte: ketamine, additive: 1, unit: mg/L, read: primary }]",
        "residual-errors: [{ analyte: ketamine, read: primary }]",
        "residual-errors: []"
      })
  void brokenVariabilityIsRefusedWithFileAndLine(String block) {
    assertThatThrownBy(() -> read(block))
        .isInstanceOf(BrokenFile.class)
        .hasMessageMatching("(?s)test\\.yaml:[1-9]\\d*: .*");
  }

  private static Variability read(String block) {
    var evidence =
        "\nevidence: { citation: c, source-type: cohort, strength: none, certainty: low, read: primary, says: s, deviation: none }\n";
    var citations = Citations.read(yaml("c: { text: c }"));
    return new VariabilityFile(Set.of("v1", "cl"), citations).read(yaml(block + evidence));
  }

  private static YamlNode yaml(String text) {
    return YamlNode.read(
        "test.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
