package org.nepenthe.pharmacology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.quantity.Moiety;

class ModelFileTest {

  @Test
  void shippedModelsSayWhatTheyAre() {
    var kamp = ModelCatalogue.shipped().get("kamp-2020");
    assertThat(kamp.matrix()).isEqualTo(Matrix.ARTERIAL);
    assertThat(kamp.moieties()).containsExactlyInAnyOrder(Moiety.values());
    assertThat(kamp.evidence().read()).isEqualTo(ReadDepth.PEER_CODE);
    assertThat(kamp.effectSite().reDerived()).isPresent();
    assertThat(kamp.predictionErrors()).hasSize(4);
    var domino = ModelCatalogue.shipped().get("domino-1984");
    assertThat(domino.moieties()).containsExactly(Moiety.RACEMIC_KETAMINE);
    assertThat(domino.effectSite().reDerived()).isEmpty();
    assertThat(domino.effectSite().evidence().read()).isEqualTo(ReadDepth.ABSTRACT);
  }

  @Test
  void anUnknownModelIsNamedWithTheKnownOnes() {
    assertThatThrownBy(() -> ModelCatalogue.shipped().get("marsh"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no model 'marsh', known are kamp-2020, domino-1984, simons-2022, otto-2021,"
                + " perez-ruixo-2021, noppers-2011, clements-1981, hijazi-2003");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # stands in the file               | replaced by                         | refused with
          matrix: arterial                   | matrix: capillary                   | expected one of [arterial, venous, unspecified], found 'capillary'
          [racemic-ketamine, esketamine]     | []                                  | at least one moiety
          [racemic-ketamine, esketamine]     | [esketamine, esketamine]            | 'esketamine' stands twice
          [racemic-ketamine, esketamine]     | [propofol]                          | found 'propofol'
          compartments: 3                    | compartments: 4                     | expected 1 to 3 compartments
          compartments: 3                    | compartments: 2                     | unknown key 'v3'
          written-in: clearances             | written-in: half-lives              | expected clearances or rate-constants
          cl: { value: 84                    | cl: { value: -84                    | expected a number above 0
          cl: { value: 84                    | cl: { value: 8O                     | expected a number, found '8O'
          cl: { value: 84                    | clearance: { value: 84              | unknown key 'clearance'
          84, unit: "L/h"                    | 84, unit: "L"                       | cl is a CLEARANCE, not a VOLUME
          84, unit: "L/h"                    | 84, unit: "mL/h"                    | unknown unit 'mL/h'
          157, unit: "L", scaling: volume    | 157, unit: "L", scaling: surface    | no scaling is called 'surface'
          read: peer-code }                  | read: guessed }                     | found 'guessed'
          to: { value: 170                   | to: { value: 17                     | the range ends before it starts
          to: { value: 170, unit: "kg" }     | to: { value: 170, unit: "lb" }      | expected kg, found 'lb'
          at-one-kilogram: 0.5932            | at-one-kilogram: -5.932             | ke0 must lie between
          per-log-kilogram: 0.1876, at-one-kilogram: 0.5932 | value: 0           | expected a number above 0
          re-derived:                        | rederived:                          | unknown key 'rederived'
          estimated-with: domino-1984        | estimated-with: kamp-2020           | says how it was re-derived
          citation: kamp-2020                | citation: kamp-2021                 | no citation has the key 'kamp-2021'
          title: "Kamp 2020"                 | title: ""                           | the value is empty
          must-reproduce:                    | must-impress:                       | unknown key 'must-impress'
          """)
  void brokenFilesAreRefusedWithFileAndLine(String stands, String replacement, String reason)
      throws IOException {
    var text = resource("models/kamp-2020.yaml");
    assertThat(text).contains(stands);
    assertThatThrownBy(() -> read(text.replace(stands, replacement)))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining(reason)
        .hasMessageMatching("(?s)test\\.yaml:[1-9]\\d*: .*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # stands in the file of Perez-Ruixo 2021    | replaced by                          | refused with
          - { name: central, volume: v1 }              | - { name: middle, volume: v1 }       | the first state must be called central
          - { name: liver, volume: v-liver }           | - { name: nose, volume: v-liver }    | state 'nose' stands twice
          - { name: liver, volume: v-liver }           | - { name: liver }                    | key 'v-liver'
          { from: nose, to: central, rate: ka-nose }   | { from: nose, to: mouth, rate: ka-nose } | there is no state 'mouth'
          { from: nose, to: central, rate: ka-nose }   | { from: nose, to: central }          | one of clearance, rate and transit
          { from: nose, to: central, rate: ka-nose }   | { from: nose, to: central, clearance: ka-nose } | ka-nose is a CLEARANCE, not a RATE_CONSTANT
          { from: oral, to: liver, rate: ka-oral }     | { from: oral, to: liver, rate: f-nose } | 'f-nose' is used as a RATE_CONSTANT elsewhere
          - { into: nose, portions                     | - { into: mouth, portions            | there is no state 'mouth'
          - route: oral                                | - route: intranasal                  | stands already
          - route: oral                                | - route: intravenous                 | needs no absorption
          holds: { value: 28, unit: "mg" }             | holds: { value: 0, unit: "mg" }      | a content above 0 mg
          age: { per-year: -2.19, over: 60 }           | age: { per-year: -21.9, over: 60 }   | q-liver falls to 0 or below
          ethnicity: { japanese: 1.34 }                | ethnicity: { martian: 1.34 }         | unknown key 'martian'
          needed: true                                 | needed: perhaps                      | expected true or false
          to: { value: 86, unit: "a" }                 | to: { value: 86, unit: "mo" }        | expected a (years)
          """)
  void brokenNetworksAreRefusedWithFileAndLine(String stands, String replacement, String reason)
      throws IOException {
    var text = resource("models/perez-ruixo-2021.yaml");
    assertThat(text).contains(stands);
    assertThatThrownBy(() -> read(text.replace(stands, replacement)))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining(reason)
        .hasMessageMatching("(?s)test\\.yaml:[1-9]\\d*: .*");
  }

  @Test
  void theUnchangedFileReads() throws IOException {
    assertThat(read(resource("models/kamp-2020.yaml")).id()).isEqualTo("kamp-2020");
  }

  private static PkModel read(String text) throws IOException {
    var citations = Citations.read(yaml("citations.yaml", resource("citations.yaml")));
    return ModelFile.read(yaml("test.yaml", text), citations);
  }

  private static YamlNode yaml(String name, String text) {
    return YamlNode.read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String resource(String name) throws IOException {
    try (var bytes = ModelFileTest.class.getResourceAsStream("/pharmacology/" + name)) {
      assertThat(bytes).isNotNull();
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
