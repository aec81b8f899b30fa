package org.nepenthe.clinic.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClinicTest
class KnowledgePagesTest {
  @LocalServerPort int port;

  @Test
  void everyEntryHasAPageWithItsSources() {
    var pharmacist = ClinicBrowser.of(port, "pharmacist");
    var list = pharmacist.get("/knowledge").body();
    for (var entry : KnowledgeBase.shipped().entries()) {
      assertThat(list).contains("href=\"/knowledge/" + entry.id() + "\"");
      var page = pharmacist.get("/knowledge/" + entry.id());
      assertThat(page.statusCode()).as(entry.id()).isEqualTo(200);
      assertThat(page.body())
          .as(entry.id())
          .contains("no clinician of this site has reviewed this", "source-citation");
    }
  }

  /// The label of nasal esketamine says 140/90 mmHg; how old a reading may be stands in no source.
  @Test
  void aLimitShowsItsUnitItsSourceAndWhatNobodyCouldVerify() {
    var page = ClinicBrowser.of(port, "nurse").get("/knowledge/SCR-BP-01").body();
    assertThat(page)
        .contains("above 140 mmHg", "above 90 mmHg")
        .contains("the site must confirm this", "not verified: confirm before relying on it")
        .contains("Spravato");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(ClinicBrowser.of(port, "nurse").get("/knowledge/INF-NOTHING").statusCode())
        .isEqualTo(404);
  }

  @Test
  void everySourceNamesWhatRestsOnIt() {
    var page = ClinicBrowser.of(port, "nurse").get("/knowledge/citations").body();
    assertThat(page).contains("id=\"cohen-2018\"", "href=\"/knowledge/IND-CRPS\"");
  }
}
