package org.nepenthe.clinic.infusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nepenthe.clinic.infusion.InfusionBench.NINA;
import static org.nepenthe.clinic.infusion.InfusionBench.OTTO;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionCommand;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.observation.ObservationSource;
import org.nepenthe.care.infusion.observation.Observed;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.record.EventRecord;
import org.nepenthe.clinic.record.RecordVerification;
import org.nepenthe.evidence.Verifies;
import org.nepenthe.quantity.PumpRate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ClinicTest
class InfusionDeskTest {
  @Autowired ApplicationContext clinic;
  @Autowired InfusionDesk desk;
  @Autowired InfusionRegister register;
  @Autowired EventRecord record;
  private InfusionBench bench;

  @BeforeEach
  void bench() {
    bench = new InfusionBench(clinic);
  }

  private static InfusionCommand.ChangeRate rate(String rate) {
    return new InfusionCommand.ChangeRate(
        PumpRate.ofMillilitresPerHour(rate), "", Optional.empty());
  }

  @Test
  void everythingRecordedIsReadBackAsItWas() {
    var opened = bench.running();
    var before = bench.infusion(opened);

    assertThat(desk.find(opened.id())).contains(before);
    assertThat(before).isInstanceOf(Infusion.Infusing.class);
    assertThat(clinic.getBean(RecordVerification.class).verify().intact()).isTrue();
  }

  @Verifies("H01")
  @Test
  void aCommandForAnotherPatientIsRefused() {
    var opened = bench.running();
    var other = bench.open();
    var request = bench.request(opened, NINA, rate("40"));
    var wrong =
        new InfusionDesk.Request(
            request.infusion(),
            new PatientId(other.patient().value()),
            request.seen(),
            request.key(),
            request.actor(),
            request.happenedAt(),
            request.command());

    assertThatThrownBy(() -> desk.record(wrong)).isInstanceOf(WrongInfusion.class);
  }

  @Verifies({"H13", "H40"})
  @Test
  void theSameFormSentOftenHasOneEffect() throws Exception {
    var opened = bench.running();
    var request = bench.request(opened, NINA, rate("40"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<InfusionDesk.Answer> send = () -> desk.record(request);
      var answers = threads.invokeAll(java.util.Collections.nCopies(50, send));

      for (var answer : answers) {
        assertThat(answer.get()).isInstanceOf(InfusionDesk.Answer.Recorded.class);
      }
    }
    assertThat(bench.infusion(opened).log().entries())
        .filteredOn(entry -> entry.event() instanceof InfusionEvent.RateChanged)
        .hasSize(1);
  }

  /// Two tablets show the same rate, both change it: one of them learns of the other.
  @Verifies({"H39", "H12"})
  @Test
  void twoTabletsOnOnePumpMeetAsAConflict() {
    var opened = bench.running();
    var first = bench.request(opened, NINA, rate("40"));
    var second = bench.request(opened, OTTO, rate("30"));

    assertThat(desk.record(first)).isInstanceOf(InfusionDesk.Answer.Recorded.class);
    assertThat(desk.record(second))
        .isInstanceOfSatisfying(
            InfusionDesk.Answer.Changed.class,
            changed ->
                assertThat(((Infusion.Infusing) changed.now()).rate())
                    .isEqualTo(PumpRate.ofMillilitresPerHour("40")));
  }

  @Test
  void observationsOfTwoPeopleStandBesideEachOther() throws Exception {
    var opened = bench.running();
    var sets =
        List.of(NINA, OTTO).stream()
            .map(who ->
                bench.request(
                    opened,
                    who,
                    new InfusionCommand.Observe(
                        ObservationSource.BY_HAND,
                        Map.of(Parameter.PAIN, new Observed.Measured(java.math.BigDecimal.TWO)))))
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer :
          threads.invokeAll(
              sets.stream()
                  .map(request -> (Callable<InfusionDesk.Answer>) () -> desk.record(request))
                  .toList())) {
        assertThat(answer.get()).isInstanceOf(InfusionDesk.Answer.Recorded.class);
      }
    }
    assertThat(bench.infusion(opened).log().observations())
        .filteredOn(set -> set.values().size() == 1)
        .hasSize(2);
  }

  @Test
  void aPlanOpensOneInfusion() {
    var opened = bench.open();

    assertThat(register.of(opened.course()))
        .singleElement()
        .satisfies(row -> assertThat(row.infusion()).isEqualTo(opened.id()));
    var courses = clinic.getBean(org.nepenthe.clinic.course.Courses.class);
    assertThat(
            desk.open(
                courses.find(opened.course()).orElseThrow(), java.util.UUID.randomUUID(), NINA))
        .isInstanceOf(InfusionDesk.Opening.NotNow.class);
    assertThat(desk.open(courses.find(opened.course()).orElseThrow(), opened.id().value(), NINA))
        .isEqualTo(new InfusionDesk.Opening.Opened(opened.id()));
  }

  @Test
  void theRegisterCanBeMadeAnew() {
    var running = bench.running();
    bench.done(running, NINA, new InfusionCommand.Stop("finished", Optional.empty()));
    bench.done(bench.open(), OTTO, new InfusionCommand.Abandon("patient unwell"));
    var before = register.of(running.course());
    var open = register.open();

    record.rebuildProjections();

    assertThat(register.of(running.course())).isEqualTo(before);
    assertThat(register.open()).isEqualTo(open);
    assertThat(before.getFirst().stoppedAt()).isPresent();
  }
}
