package org.nepenthe.clinic.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.clinic.knowledge.KnowledgeVersions;
import org.nepenthe.clinic.screening.VerdictsUnder;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class PolicyPagesTest {
  /// Willard has a pressure of 128/78: only a limit below that changes his verdict.
  private static final String POLICY =
      """
      site: Riverside
      version: "%s"
      changes:
        - { entry: SCR-BP-03, value: measured.1.limit, shipped: 180, set: %s, reason: Ours. }
      """;

  @LocalServerPort int port;
  private final ApplicationContext clinic;

  PolicyPagesTest(@Autowired ApplicationContext clinic) {
    this.clinic = clinic;
  }

  @Test
  @Verifies("H69")
  void aPolicyIsCheckedTriedOnThePatientsOfTodayAndSubmittedAsADraft() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var nurse = ClinicBrowser.of(port, "nurse");
    willard.bloodPressure(clinic, "128", "78");
    willard.interview(nurse, ReferredPatient.OF_WILLARD);
    willard.assess(nurse);
    var events = willard.stored(clinic).events().size();

    var pharmacist = ClinicBrowser.of(port, "pharmacist");
    pharmacist.get("/knowledge/site-policy");
    var text = POLICY.formatted("try-1", "120");
    var checked = pharmacist.post("/knowledge/site-policy/check", Map.of("text", text)).body();
    assertThat(checked)
        .contains("What it would change", "above 180 mmHg", "above 120 mmHg")
        .contains(willard.course() + "/screening", "Submit as a draft");
    var stricter = KnowledgeSnapshot.shipped().narrowedBy(text).base();
    assertThat(clinic.getBean(VerdictsUnder.class).compare(stricter).others())
        .anySatisfy(other -> {
          assertThat(other.path()).isEqualTo(willard.course() + "/screening");
          assertThat(other.before()).isEqualTo("eligible");
          assertThat(other.now()).isEqualTo("not eligible");
        });

    var versions = clinic.getBean(KnowledgeVersions.class);
    assertThat(versions.find(stricter.contentHash())).isEmpty();
    var submitted =
        pharmacist.post(
            "/knowledge/site-policy/drafts", Map.of("text", text.replace("\n", "\r\n")));
    assertThat(ClinicBrowser.location(submitted))
        .isEqualTo("/knowledge/versions/" + stricter.contentHash());
    assertThat(versions.submission(stricter.contentHash()).orElseThrow().by().name())
        .isEqualTo("Mira Castell");
    var version = "/knowledge/versions/" + stricter.contentHash();
    assertThat(pharmacist.get(version).body()).contains("draft: no clinician", "submitted by Mira");
    assertThat(pharmacist.get(version + "/verdicts").body()).contains(willard.course());
    assertThat(nurse.get(version + "/verdicts").statusCode()).isEqualTo(403);
    assertThat(pharmacist.get("/knowledge/site-policy").body()).contains("Submitted here", "try-1");
    var download = pharmacist.get(version + "/policy");
    assertThat(download.body()).isEqualTo(text);
    assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
        .contains("site-policy.yaml");

    assertThat(clinic.getBean(KnowledgeBase.class).contentHash())
        .isEqualTo(KnowledgeBase.shipped().contentHash());
    assertThat(willard.stored(clinic).events()).hasSize(events);
  }

  @Test
  @Verifies("H69")
  void whatWouldWidenIsNamedWithItsLineAndNotKept() {
    var physician = ClinicBrowser.of(port, "physician");
    physician.get("/knowledge/site-policy");
    var versions = clinic.getBean(KnowledgeVersions.class);
    var before = versions.all();
    for (var path : new String[] {"check", "drafts"}) {
      var answer =
          physician.post(
              "/knowledge/site-policy/" + path, Map.of("text", POLICY.formatted("wide", "190")));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body())
          .contains("Line 4, SCR-BP-03 measured.1.limit", "would widen")
          .doesNotContain("Submit as a draft");
    }
    assertThat(versions.all()).isEqualTo(before);
  }

  @Test
  void aFileIsCheckedLikeAText() {
    var physician = ClinicBrowser.of(port, "physician");
    physician.get("/knowledge/site-policy");
    var file = POLICY.formatted("file", "135").getBytes(StandardCharsets.UTF_8);
    var answer = physician.upload("/knowledge/site-policy/check", "file", "p.yaml", file);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("above 135 mmHg", "Submit as a draft");
    var rubbish = new byte[] {0, 1, 2, (byte) 0xff};
    physician.get("/knowledge/site-policy");
    var broken = physician.upload("/knowledge/site-policy/check", "file", "p.yaml", rubbish);
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(broken.body()).contains("Line 1: not YAML");
  }

  @Test
  void theFormKeepsWhatWasTypedAndWritesTheFile() {
    var physician = ClinicBrowser.of(port, "physician");
    physician.get("/knowledge/site-policy/write");
    var wide =
        physician.post(
            "/knowledge/site-policy/write",
            Map.of(
                "site", "Riverside",
                "policy-version", "f1",
                "set-PLN-CAP-01-ceiling", "9",
                "reason-PLN-CAP-01-ceiling", "A slip."));
    assertThat(wide.statusCode()).isEqualTo(422);
    assertThat(wide.body()).contains("would widen", "value=\"9\"", "A slip.");
    var narrow =
        physician.post(
            "/knowledge/site-policy/write",
            Map.of(
                "site", "Riverside",
                "policy-version", "f1",
                "set-PLN-CAP-01-ceiling", "1",
                "reason-PLN-CAP-01-ceiling", "Ours."));
    assertThat(narrow.statusCode()).isEqualTo(200);
    assertThat(narrow.body()).contains("A policy, checked", "shipped: 2", "set: 1");
  }

  @Test
  void onlyThoseWhoSignWrite() {
    var nurse = ClinicBrowser.of(port, "nurse");
    assertThat(nurse.get("/knowledge/site-policy").body()).doesNotContain("Write a policy");
    assertThat(nurse.get("/knowledge/site-policy/write").statusCode()).isEqualTo(403);
    assertThat(nurse.post("/knowledge/site-policy/check", Map.of("text", "site: A")).statusCode())
        .isEqualTo(403);
  }
}
