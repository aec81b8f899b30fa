package org.nepenthe.clinic.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
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

  /// Without script: by id, by source, by how far it was read, by grade, and by several at once.
  @Test
  void theServerFindsWhatIsLookedFor() {
    var nurse = ClinicBrowser.of(port, "nurse");
    assertThat(found(nurse, "words=scr-bp-03")).contains("SCR-BP-03").doesNotContain("IND-CRPS");
    assertThat(found(nurse, "source=cohen-2018&strength=C"))
        .contains("SCR-LIV-02")
        .doesNotContain("SCR-AGE-01", "SCR-BP-01");
    assertThat(found(nurse, "read=UNVERIFIED")).contains("SCR-AGE-02").doesNotContain("SCR-AGE-01");
    var nothing = nurse.get("/knowledge?words=no+such+words+anywhere").body();
    assertThat(nothing).contains("0 of ", "Nothing in the knowledge has all of this");
    var odd = nurse.get("/knowledge?read=DEEPLY&strength=Z&source=%3Cscript%3E");
    assertThat(odd.statusCode()).isEqualTo(200);
    assertThat(odd.body()).contains("href=\"/knowledge/SCR-AGE-01\"");
  }

  private static List<String> found(ClinicBrowser nurse, String query) {
    var page = nurse.get("/knowledge?" + query).body();
    var ids =
        Pattern.compile("<li data-words=\"[^\"]*\">\\s*<a href=\"/knowledge/([A-Z0-9-]+)\"")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(page).contains(ids.size() + " of " + KnowledgeBase.shipped().entries().size());
    return ids;
  }
}
