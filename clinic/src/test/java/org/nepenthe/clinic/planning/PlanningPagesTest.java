package org.nepenthe.clinic.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nepenthe.care.followup.ScoresTaken;
import org.nepenthe.care.followup.ScoresTaken.Moment;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.clinic.ClinicBrowser;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.clinic.Treatment;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ClinicTest
class PlanningPagesTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext clinic;
  @Autowired Courses courses;
  @Autowired ClinicTime time;

  private Treatment treated(String family, int painAfter) {
    return Treatment.of(clinic, family)
        .inCourse(scores(Moment.BASELINE, 8, 4000), 4000)
        .given(2880)
        .inCourse(scores(Moment.AFTER, painAfter, 60), 60);
  }

  private ScoresTaken scores(Moment moment, int pain, long minutesAgo) {
    return new ScoresTaken(
        moment,
        List.of(
            new Answers(Instrument.NRS, Map.of("pain", pain)),
            new Answers(Instrument.PEG, Map.of("pain", pain, "enjoyment", pain, "activity", pain))),
        courses.now().minus(Duration.ofMinutes(minutesAgo)),
        Treatment.NINA);
  }

  /// Pain from 8 to 4 is a fall by half: the agreed 30 % by infusion 1 is there.
  @Test
  void aResponderIsProposedTheSameDoseAndTakesItOver() {
    var physician = ClinicBrowser.of(port, "physician");
    var treatment = treated("Titrata", 4);

    var page = physician.get(treatment.path("plan")).body();
    assertThat(page)
        .contains("After infusion 1: the same")
        .contains("PLN-TTR-01")
        .contains("The agreed benefit is there");

    var taken = physician.get(treatment.path("plan") + "?take=proposal").body();
    assertThat(taken).containsPattern("name=\"dose\"[^>]*value=\"0.5\"");
    assertThat(taken).containsPattern("value=\"PLN-PRO-02\" checked");
  }

  /// Agreed was by infusion 1: nothing after it means stop, and no dose to take over.
  @Verifies("H37")
  @Test
  void aNonResponderIsProposedToStop() {
    var physician = ClinicBrowser.of(port, "physician");
    var treatment = treated("Stoppa", 8);

    var page = physician.get(treatment.path("plan")).body();
    assertThat(page)
        .contains("After infusion 1: stop")
        .contains("FUP-STP-01")
        .contains("Stop: decide on the course")
        .doesNotContain("take=proposal");
  }

  @Test
  void whatGoesOnBesideIsAgreedAndShown() {
    var physician = ClinicBrowser.of(port, "physician");
    var treatment = Treatment.of(clinic, "Beatrix").planned(60);
    var path = treatment.path("plan") + "/beside";

    physician.get(path);
    var refused =
        physician.post(
            path, Map.of("more.what", "diazepam 5 mg", "more.stance", "HELD_ON_THE_DAY"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Say what the patient is told");

    physician.get(path);
    var agreed =
        physician.post(
            path,
            Map.of(
                "more.what", "diazepam 5 mg",
                "more.stance", "HELD_ON_THE_DAY",
                "more.instruction", "none from the evening before"));
    assertThat(agreed.statusCode()).isEqualTo(302);
    assertThat(physician.get(treatment.path("approval")).body())
        .contains("diazepam 5 mg")
        .contains("held on the day")
        .contains("none from the evening before");
  }

  @Test
  void aSeriesIsLaidOutShownInTheCalendarAndConflictsAreNamed() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var first = Treatment.of(clinic, "Chairlady").planned(60);
    var second = Treatment.of(clinic, "Chairman").planned(60);

    nurse.get(first.path("series"));
    assertThat(nurse.post(first.path("series"), days("Chair 3", 21)).statusCode()).isEqualTo(302);
    assertThat(nurse.get(first.path("series")).body())
        .contains("5 of 5 not asked yet")
        .contains("Chair 3");
    var calendar = nurse.get("/calendar/3").body();
    assertThat(calendar).contains("CHAIRLADY").contains("the site sets it");

    nurse.get(second.path("series"));
    var taken = nurse.post(second.path("series"), days("Chair 3", 21));
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("Chair 3 is taken by another patient at that time");
    nurse.get(second.path("series"));
    assertThat(nurse.post(second.path("series"), days("Chair 2", 21)).statusCode()).isEqualTo(302);
  }

  /// Two people send their forms at one moment, ten times. One is stored; the other is told who has
  /// the chair and where there is a free one, which a press of a button takes.
  @Test
  void oneChairIsBookedByOneOfTwoInTheSameSecond() throws Exception {
    for (int round = 0; round < 10; round++) {
      var one = Treatment.of(clinic, "Racerone").planned(60);
      var two = Treatment.of(clinic, "Racertwo").planned(60);
      var fields = days("Chair 1", 200 + 3 * round);
      var answers = atOnce(one, two, fields);

      assertThat(answers.stream().map(HttpResponse::statusCode).sorted()).containsExactly(302, 422);
      boolean firstWon = answers.getFirst().statusCode() == 302;
      var refused = answers.get(firstWon ? 1 : 0).body();
      assertThat(refused)
          .contains("Chair 1 is taken by another patient at that time")
          .contains(firstWon ? "RACERONE" : "RACERTWO")
          .contains("name=\"chair\" value=\"Chair 2\"");
      var nurse = ClinicBrowser.of(port, "nurse");
      var loser = firstWon ? two : one;
      nurse.get(loser.path("series"));
      var elsewhere = new HashMap<>(fields);
      elsewhere.put("chair", "Chair 2");
      assertThat(nurse.post(loser.path("series"), elsewhere).statusCode()).isEqualTo(302);
    }
  }

  private List<HttpResponse<String>> atOnce(
      Treatment one, Treatment two, Map<String, String> fields) throws Exception {
    var together = new CyclicBarrier(2);
    try (var people = Executors.newFixedThreadPool(2)) {
      var sent =
          Stream.of(one, two)
              .map(treatment -> {
                var nurse = ClinicBrowser.of(port, treatment == one ? "nurse" : "nurse2");
                nurse.get(treatment.path("series"));
                return people.submit(() -> {
                  together.await();
                  return nurse.post(treatment.path("series"), fields);
                });
              })
              .toList();
      return List.of(sent.getFirst().get(), sent.getLast().get());
    }
  }

  @Verifies("H54")
  @Test
  void whatIsNotSoBeforeTheDayIsAskedForAndShown() {
    var nurse = ClinicBrowser.of(port, "nurse");
    var treatment = Treatment.of(clinic, "Driverless").planned(60).approved(50);
    nurse.get(treatment.path("series"));
    assertThat(nurse.post(treatment.path("series"), days("Chair 1", 1)).statusCode())
        .isEqualTo(302);
    var day = treatment.path("series") + "/1";

    nurse.get(day);
    var silent = nurse.post(day, Map.of("item", "driver", "so", "no"));
    assertThat(silent.statusCode()).isEqualTo(422);

    nurse.get(day);
    nurse.post(day, Map.of("item", "driver", "so", "no", "note.driver", "the neighbour is away"));
    assertThat(nurse.get(day).body())
        .contains("the neighbour is away")
        .contains("not as it has to be: driver");
    assertThat(nurse.get("/").body()).contains("not as it has to be: driver");
  }

  @Test
  void aProtocolIsTriedOnAVirtualPopulation() {
    var physician = ClinicBrowser.of(port, "physician");

    physician.get("/what-if");
    var half = physician.post("/what-if/protocol", protocol("", ""));
    assertThat(half.statusCode()).isEqualTo(200);
    assertThat(half.body())
        .contains("One typical person of 70 kg")
        .contains("as a multiple of the median")
        .contains("another drug")
        .contains("1 times");

    physician.get("/what-if");
    assertThat(physician.post("/what-if/protocol", protocol("100", "")).statusCode())
        .isEqualTo(422);
  }

  private static Map<String, String> protocol(String lower, String upper) {
    return Map.of(
        "protocol", "PLN-PRO-02",
        "dose", "0.5",
        "minutes", "40",
        "lower", lower,
        "upper", upper);
  }

  @Test
  void aLimitIsTriedOnTheInfusionsOfThePast() {
    Treatment.of(clinic, "Pastime").given(2880);
    var physician = ClinicBrowser.of(port, "physician");

    physician.get("/what-if");
    var answer =
        physician.post("/what-if/limit", Map.of("limit", "INF-BP-01/systolic", "changed", "100"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("above 200 mmHg")
        .contains("fewer alerts are not fewer events");
    physician.get("/what-if");
    assertThat(physician.post("/what-if/limit", Map.of("limit", "INF-BP-99/x", "changed", "1")))
        .extracting(refused -> refused.statusCode())
        .isEqualTo(422);
  }

  @Test
  void nobodyLooksFartherThanTenYears() {
    var nurse = ClinicBrowser.of(port, "nurse");

    var far = nurse.get("/calendar/520");
    assertThat(far.statusCode()).isEqualTo(200);
    assertThat(far.body()).contains("Nobody is booked in this week");
    assertThat(nurse.get("/calendar/521").statusCode()).isEqualTo(404);
    assertThat(nurse.get("/calendar/-521").statusCode()).isEqualTo(404);
  }

  private Map<String, String> days(String chair, int daysAhead) {
    var first = time.dayOf(courses.now()).plusDays(daysAhead).atTime(9, 0);
    return Map.of(
        "phase", "INDUCTION",
        "first", DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(first),
        "count", "2",
        "every", "1",
        "chair", chair);
  }
}
