package org.nepenthe.clinic.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClinicTest
class ReadingPagesTest {
  @LocalServerPort int port;

  private String read(String path) {
    var answer = ClinicBrowser.of(port, "pharmacist").get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /// P02 as its abstract has it: at most 0.35 mg/kg/h, 25 mg/h and 100 mg a day.
  @Test
  void regimensSayWhetherTheyCanBeOrderedAndWhyNot() {
    assertThat(read("/knowledge/regimens"))
        .contains("P01", "P30", "href=\"/knowledge/REG-P02\"", "href=\"/knowledge/PLN-PRO-03\"")
        .contains("above 0.35 mg/kg/h", "above 25 mg/h", "above 100 mg/day")
        .contains("remembered, not read", "read in the abstract only", "No cap is known");
  }

  /// Clarithromycin: exposure 2.6 times by mouth; by vein minor.
  @Test
  void interactionsAreReadByRoute() {
    assertThat(read("/knowledge/interactions"))
        .contains("by vein", "by mouth", "2.6 times", "-86 %", "not studied")
        .contains("the site must confirm this");
  }

  @Test
  void opioidsWithoutAFactorStandBeside() {
    assertThat(read("/knowledge/opioids"))
        .contains("4.7 MME per mg", "2.4 MME a day per mcg/h", "Without a factor", "buprenorphine");
  }

  @Test
  void instrumentsSayWhoMayUseTheirText() {
    assertThat(read("/knowledge/instruments"))
        .contains("PHQ-9", "not shipped: the site puts it in", "permission needed", "Budapest");
  }

  @Test
  void patientsGetHonestAnswers() {
    assertThat(read("/education"))
        .contains("Is it a cure?", "How long does it last?", "Medicare", "depression")
        .contains("What is it like?", "What this rests on", "Draft");
  }
}
