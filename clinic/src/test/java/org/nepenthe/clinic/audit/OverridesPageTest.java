package org.nepenthe.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.infusion.InfusionEvent.AlertAcknowledged;
import org.nepenthe.care.infusion.InfusionEvent.InfusionHeld;
import org.nepenthe.care.infusion.InfusionEvent.RateChanged;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.ReferredPatient;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.overriding.AlertsSeen;
import org.nepenthe.clinic.overriding.AlertsSeen.Deed;
import org.nepenthe.clinic.overriding.Kind;
import org.nepenthe.clinic.overriding.Overrides;
import org.nepenthe.clinic.overriding.WarningCounts;
import org.nepenthe.clinic.overriding.WarningCounts.Line;
import org.nepenthe.clinic.overriding.WarningsShown;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.PumpRate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How often, how fast and why warnings are gone past. The clinic is shared with other tests, so
/// counts are compared with those before.
@ClinicTest
class OverridesPageTest {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;
  @Autowired WarningCounts counts;
  @Autowired Overrides overrides;
  @Autowired AlertsSeen alerts;
  @Autowired WarningsShown shown;
  @Autowired EventRecord record;
  @Autowired PlatformTransactionManager transactions;

  private Line line(Kind kind, String rule) {
    return counts.lines(Instant.EPOCH, TWO_SECONDS).stream()
        .filter(each -> each.kind() == kind && each.rule().equals(rule))
        .findFirst()
        .orElse(
            new Line(kind, rule, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0));
  }

  private ReferredPatient raisedEyePressure() {
    var willard = ReferredPatient.of(clinic, port, ReferredPatient.WILLARD, "IND-CRPS");
    var nurse = ClinicBrowser.of(port, "nurse");
    willard.bloodPressure(clinic, "124", "74");
    willard.interview(nurse, ReferredPatient.OF_WILLARD);
    willard.answer(nurse, "ASK-IOP", "PRESENT");
    willard.assess(nurse);
    willard.assess(nurse);
    return willard;
  }

  private void override(ReferredPatient patient) {
    var physician = ClinicBrowser.of(port, "physician");
    var path = patient.course() + "/screening/override/SCR-IOP-01";
    physician.get(path);
    assertThat(
            physician
                .post(
                    path,
                    Map.of(
                        "reason", "SPECIALIST_AGREES",
                        "words", "Seen by the eye clinic, counted here",
                        "password", ClinicBrowser.PASSWORD))
                .statusCode())
        .isEqualTo(302);
  }

  /// Two decisions on one fact are one warning. A test that signs within the two seconds of the
  /// knowledge is itself the reflex that has to be found.
  @Verifies("H36")
  @Test
  void eachWarningAndEachOverrideIsCountedAndTimed() {
    var before = line(Kind.CONTRAINDICATION, "SCR-IOP-01");
    var one = raisedEyePressure();
    assertThat(line(Kind.CONTRAINDICATION, "SCR-IOP-01").warned()).isEqualTo(before.warned() + 1);

    override(one);

    var after = line(Kind.CONTRAINDICATION, "SCR-IOP-01");
    assertThat(after.warned()).isEqualTo(before.warned() + 1);
    assertThat(after.overridden()).isEqualTo(before.overridden() + 1);
    assertThat(after.measured()).isEqualTo(before.measured() + 1);
    assertThat(after.reflex()).isEqualTo(before.reflex() + 1);
    assertThat(after.waited()).isPresent();
    var mine = overrides.of(one.patient()).getFirst();
    assertThat(mine.took().orElseThrow()).isBetween(Duration.ofMillis(1), TWO_SECONDS);
    assertThat(mine.words()).isEqualTo("Seen by the eye clinic, counted here");
  }

  /// A form that showed a warning and was given up is a warning that was heeded.
  @Verifies("H36")
  @Test
  void aWarningThatWasHeededCountsAsShown() {
    var before = line(Kind.SOFT_CAP, "PLN-CAP-02");
    var form = UUID.randomUUID();

    shown.shown(form, Kind.SOFT_CAP, RuleId.of("PLN-CAP-02"));
    shown.shown(form, Kind.SOFT_CAP, RuleId.of("PLN-CAP-02"));

    var after = line(Kind.SOFT_CAP, "PLN-CAP-02");
    assertThat(after.warned()).isEqualTo(before.warned() + 1);
    assertThat(after.overridden()).isEqualTo(before.overridden());
  }

  @Verifies("H36")
  @Test
  void thePageNamesRuleReasonTimeAndWhereTheNumbersToCompareComeFrom() {
    var one = raisedEyePressure();
    override(one);

    var page = ClinicBrowser.of(port, "auditor").get("/overrides").body();

    assertThat(page)
        .contains("SCR-IOP-01")
        .contains("the specialist responsible for the condition agrees")
        .contains("Seen by the eye clinic, counted here")
        .contains("/patients/" + one.patient() + "#overrides")
        .contains("Within 2\u00a0s".replace('\u00a0', ' '))
        .contains("OVR-REFLEX")
        .contains("What is measured, and what is not");
    assertThat(ClinicBrowser.of(port, "pharmacist").get("/overrides?back=all").statusCode())
        .isEqualTo(200);
    assertThat(ClinicBrowser.of(port, "nurse").get("/overrides").statusCode()).isEqualTo(403);
  }

  /// Whoever keeps the users sees how often, and no patient's name and no words about one.
  @Verifies("H36")
  @Test
  void anAdministratorSeesNumbersAndNobodysName() {
    var one = raisedEyePressure();
    override(one);

    assertThat(ClinicBrowser.of(port, "administrator").get("/overrides?back=90").body())
        .contains("SCR-IOP-01")
        .doesNotContain("Seen by the eye clinic")
        .doesNotContain(one.patient().toString())
        .doesNotContain("WILLARD");
  }

  /// 30 min and 20 min ago somebody acknowledged that the saturation is low; the first was followed
  /// by another rate, the second, 2 min later, by a hold.
  @Verifies("H36")
  @Test
  void adviceToHoldIsFollowedByWhatWasRecordedAtThePumpNext() {
    var treated =
        Treatment.of(clinic, "Advisa").planned(60).approved(55).opened(50).looked(45).started(40);
    acknowledged(treated, "INF-SPO2-01", 31, 30);
    treated.inInfusion(
        new RateChanged(
            PumpRate.ofMillilitresPerHour("40"),
            "",
            Optional.empty(),
            treated.ago(28),
            Treatment.NINA),
        28);
    acknowledged(treated, "INF-SPO2-01", 21, 20);
    treated.inInfusion(
        new InfusionHeld("low", Optional.empty(), treated.ago(18), Treatment.NINA), 18);
    acknowledged(treated, "INF-SPO2-01", 17, 16);

    var seen =
        alerts.of(List.of("INF-SPO2-01"), treated.ago(60)).stream()
            .filter(each -> each.infusion().equals(treated.infusion()))
            .toList();

    assertThat(seen).as("the third was acknowledged while nothing ran").hasSize(2);
    assertThat(seen.getLast().next().orElseThrow().deed()).isEqualTo(Deed.LOWERED);
    assertThat(seen.getFirst().next().orElseThrow().deed()).isEqualTo(Deed.HELD);
    assertThat(Duration.between(seen.getFirst().at(), seen.getFirst().next().orElseThrow().at()))
        .isEqualTo(Duration.ofMinutes(2));
  }

  private static void acknowledged(Treatment treated, String rule, long since, long at) {
    treated.inInfusion(
        new AlertAcknowledged(
            rule + "@" + treated.ago(since) + "/high", treated.ago(at), Treatment.NINA),
        at);
  }

  /// The tables are worth no more than the streams they come from.
  @Test
  void whatIsDerivedIsTheSameWhenMadeAnew() {
    var one = raisedEyePressure();
    override(one);
    var before = overrides.of(one.patient());
    var lines = counts.lines(Instant.EPOCH, TWO_SECONDS);

    new TransactionTemplate(Objects.requireNonNull(transactions))
        .executeWithoutResult(_ -> record.rebuildProjections());

    assertThat(overrides.of(one.patient())).isEqualTo(before);
    assertThat(counts.lines(Instant.EPOCH, TWO_SECONDS)).isEqualTo(lines);
  }
}
