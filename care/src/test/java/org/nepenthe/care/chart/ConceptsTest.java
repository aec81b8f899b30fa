package org.nepenthe.care.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;

/// Which codes mean something here, and which stay visible as unrecognised.
class ConceptsTest {
  private static final Concepts CONCEPTS =
      Concepts.of(KnowledgeBase.shipped(), LocalDate.of(2026, 5, 10));
  private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
  private static final String SNOMED = "http://snomed.info/sct";
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

  @ParameterizedTest
  @CsvSource({
    "I10,     CND-HYPERTENSION,    true",
    "I21.4,   CND-ISCHAEMIC-HEART, true",
    "F11.20,  CND-OPIOID-USE,      true",
    // In remission: not an active disorder.
    "F11.21,  CND-OPIOID-USE,      false",
    "I2,      CND-ISCHAEMIC-HEART, false",
    "I200,    CND-ISCHAEMIC-HEART, true",
    "XI21,    CND-ISCHAEMIC-HEART, false",
  })
  void aCategoryOfIcdStandsForAllBelowIt(String code, String concept, boolean expected) {
    var coded = CONCEPTS.classify(ICD, code, code);
    assertThat(CONCEPTS.isOneOf(coded, List.of(concept))).isEqualTo(expected);
  }

  /// The three characters of the rule above are a law of ICD-10-CM alone.
  @Test
  void otherSystemsMatchWholeCodesOnly() {
    assertThat(CONCEPTS.classify(RXNORM, "6130", "ketamine")).isInstanceOf(Coded.Known.class);
    assertThat(CONCEPTS.classify(RXNORM, "61309", "x")).isInstanceOf(Coded.Unrecognised.class);
    assertThat(CONCEPTS.classify(SNOMED, "6130", "x")).isInstanceOf(Coded.Unrecognised.class);
  }

  @Test
  @Verifies("H31")
  void aCodeNobodyMappedKeepsItsWords() {
    assertThat(CONCEPTS.classify("http://example.org", "abc", "Strange tablet"))
        .isEqualTo(new Coded.Unrecognised("http://example.org", "abc", "Strange tablet"));
  }

  @Test
  void wordsWithoutACodeAreUnmapped() {
    assertThat(CONCEPTS.isUnmapped(new Coded.Unrecognised("", "", "theophylline"))).isTrue();
  }
}
