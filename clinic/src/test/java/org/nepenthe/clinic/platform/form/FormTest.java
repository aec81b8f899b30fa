package org.nepenthe.clinic.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.Role;

class FormTest {
  private static Form sent(String... namesAndValues) {
    var parameters = new java.util.LinkedHashMap<String, String[]>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
    }
    return Form.of(parameters);
  }

  @Test
  void keepsWhatWasTypedBesideTheMessage() {
    var form = sent("dose", ".5", "note", "  slowly ");
    assertThat(form.number("dose", NumberField.of("dose", "mg/kg"))).isEmpty();
    assertThat(form.text("note", "Say why.")).hasValue("slowly");
    assertThat(form.refused()).isTrue();
    assertThat(form.value("dose")).isEqualTo(".5");
    assertThat(form.error("dose")).startsWith("Write 0.5");
    assertThat(form.error("note")).isEmpty();
  }

  @Test
  void theMessagesStandInTheOrderOfReading() {
    var form = sent();
    form.refuse("zebra", "first");
    form.refuse("apple", "second");
    form.refuse("zebra", "too late");
    assertThat(form.errors())
        .containsExactly(Map.entry("zebra", "first"), Map.entry("apple", "second"));
  }

  @Test
  void aFormShownAgainKeepsItsKey() {
    var first = Form.blank();
    var again = sent("key", first.key().toString());
    assertThat(again.key()).isEqualTo(first.key());
    assertThat(Form.blank().key()).isNotEqualTo(first.key());
  }

  @Test
  void hiddenFieldsThatNoPageOfOursSendsAreRefusedAsAWhole() {
    assertThatThrownBy(() -> sent("key", "1 or 1=1").key()).isInstanceOf(BadForm.class);
    assertThatThrownBy(() -> sent("version", "").version()).isInstanceOf(BadForm.class);
    assertThatThrownBy(() -> sent().version()).isInstanceOf(BadForm.class);
    assertThat(Form.blank().expecting(7).version()).isEqualTo(7);
  }

  @Test
  void aChoiceIsOneOfTheSetOrRefused() {
    assertThat(sent("role", "NURSE").choice("role", Role.class, "Choose.")).hasValue(Role.NURSE);
    var other = sent("role", "nurse");
    assertThat(other.choice("role", Role.class, "Choose.")).isEmpty();
    assertThat(other.error("role")).isEqualTo("Choose.");
  }

  @Test
  void whatMayBeLeftOutIsNotRefusedForBeingEmpty() {
    var form = sent("weight", " ", "note", "");
    assertThat(form.optionalNumber("weight", NumberField.of("weight", "kg"))).isEmpty();
    assertThat(form.optionalText("note")).isEmpty();
    assertThat(form.refused()).isFalse();
  }

  @Test
  void aTextHasAnEnd() {
    var form = sent("note", "x".repeat(4001));
    assertThat(form.text("note", "Say why.")).isEmpty();
    assertThat(form.error("note")).isEqualTo("Write at most 4,000 characters.");
  }
}
