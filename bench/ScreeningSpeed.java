import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.referral.PainDiagnosis;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.referral.Referrer;
import org.nepenthe.care.screening.Screening;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.knowledge.KnowledgeBase;

/// How long all screening rules take for one patient and for many. Started by `screening-speed`.
///
/// A patient has 200 measurements, 25 conditions and 12 medicines, drawn from a seed out of all
/// codes of the knowledge base with some it does not know, and an answer to every question. Putting
/// the chart in order is part of what is measured; reading it from a database is not.
final class ScreeningSpeed {
  private static final Instant NOW = Instant.parse("2026-05-10T09:00:00Z");
  private static final int PATIENTS = 10_000;
  private static final int WARM_UP = 4_000;

  public static void main(String[] args) throws Exception {
    var knowledge = KnowledgeBase.shipped();
    var screening = new Screening(knowledge, ZoneOffset.UTC, "bench");
    var concepts = Concepts.of(knowledge, LocalDate.of(2026, 5, 10));
    var codes = new ArrayList<Coded>();
    knowledge
        .ofKind("concept")
        .forEach(entry ->
            entry
                .on(LocalDate.of(2026, 5, 10))
                .ifPresent(values ->
                    values
                        .codes("codes")
                        .forEach(code ->
                            codes.add(
                                concepts.classify(code.system(), code.code(), code.display())))));
    var patients = new ArrayList<Patient>();
    for (int i = 0; i < PATIENTS; i++) {
      patients.add(patient(new Random(20260510L + i), codes, screening));
    }
    var outcomes = new java.util.TreeMap<String, Integer>();
    for (int i = 0; i < WARM_UP; i++) {
      var outcome = assess(screening, patients.get(i), concepts);
      outcomes.merge(outcome, 1, Integer::sum);
    }
    var singles = singles(screening, patients, concepts);
    System.out.printf("rules: %d%n", rules(screening, patients.getFirst(), concepts));
    System.out.printf("outcomes of the first %d patients: %s%n", WARM_UP, outcomes);
    singles.print();
    long from = System.nanoTime();
    long cpu = 0;
    try (var two = Executors.newFixedThreadPool(2)) {
      for (var half :
          two.invokeAll(
              IntStream.range(0, 2)
                  .<Callable<Long>>mapToObj(half -> () -> half(half, screening, patients, concepts))
                  .toList())) {
        cpu += half.get();
      }
    }
    System.out.printf(
        "%d patients on two threads: %.2f s by the clock, %.2f s of processor time together%n",
        PATIENTS, (System.nanoTime() - from) / 1e9, cpu / 1e9);
  }

  /// What each of many assessments took, one after the other on one thread.
  ///
  /// @param clock nanoseconds by the clock: with waiting for a processor and for the collector
  /// @param processor nanoseconds of processor time of the thread: the work itself
  /// @param bytes allocated
  /// @param collected whether the collector ran meanwhile
  private record Singles(long[] clock, long[] processor, long[] bytes, boolean[] collected) {
    void print() {
      print("by the clock", clock);
      print("processor time", processor);
      System.out.printf(
          "allocated for one patient: median %d kB, most %d kB%n",
          sorted(bytes)[PATIENTS / 2] / 1_024, sorted(bytes)[PATIENTS - 1] / 1_024);
      long limit = sorted(clock)[PATIENTS * 99 / 100];
      int waited = 0;
      int collecting = 0;
      int worked = 0;
      for (int i = 0; i < PATIENTS; i++) {
        if (clock[i] > limit) {
          if (collected[i]) {
            collecting++;
          } else if (clock[i] > 2 * processor[i]) {
            waited++;
          } else {
            worked++;
          }
        }
      }
      System.out.printf(
          "the slowest 1 %% by the clock: %d met the collector, %d waited longer than they worked,"
              + " %d worked%n",
          collecting, waited, worked);
    }

    private static void print(String what, long[] nanos) {
      var sorted = sorted(nanos);
      System.out.printf(
          "one patient, warm, %s: median %.3f ms, 99 %% below %.3f ms, slowest %.3f ms%n",
          what,
          sorted[PATIENTS / 2] / 1e6,
          sorted[PATIENTS * 99 / 100] / 1e6,
          sorted[PATIENTS - 1] / 1e6);
    }

    private static long[] sorted(long[] all) {
      var copy = all.clone();
      Arrays.sort(copy);
      return copy;
    }
  }

  private static Singles singles(
      Screening screening, List<Patient> patients, Concepts concepts) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var found =
        new Singles(
            new long[PATIENTS], new long[PATIENTS], new long[PATIENTS], new boolean[PATIENTS]);
    for (int i = 0; i < PATIENTS; i++) {
      long collections = collections();
      long bytes = threads.getCurrentThreadAllocatedBytes();
      long cpu = threads.getCurrentThreadCpuTime();
      long clock = System.nanoTime();
      assess(screening, patients.get(i), concepts);
      found.clock()[i] = System.nanoTime() - clock;
      found.processor()[i] = threads.getCurrentThreadCpuTime() - cpu;
      found.bytes()[i] = threads.getCurrentThreadAllocatedBytes() - bytes;
      found.collected()[i] = collections() > collections;
    }
    return found;
  }

  private static long collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(each -> each.getCollectionCount())
        .sum();
  }

  /// Processor time of this thread in nanoseconds: what it would take with nothing else running.
  private static long half(
      int half, Screening screening, List<Patient> patients, Concepts concepts) {
    var threads = ManagementFactory.getThreadMXBean();
    long from = threads.getCurrentThreadCpuTime();
    for (int i = half; i < patients.size(); i += 2) {
      if (assess(screening, patients.get(i), concepts).isEmpty()) {
        throw new IllegalStateException("no outcome");
      }
    }
    return threads.getCurrentThreadCpuTime() - from;
  }

  private static String assess(Screening screening, Patient patient, Concepts concepts) {
    return screening.assess(patient.facts(concepts), NOW).outcome().words();
  }

  private static int rules(Screening screening, Patient patient, Concepts concepts) {
    return screening.assess(patient.facts(concepts), NOW).reasons().size();
  }

  private record Patient(Chart chart, Interview interview, Referral referral) {
    ScreeningFacts facts(Concepts concepts) {
      return new ScreeningFacts(chart, interview, Optional.of(referral), concepts);
    }
  }

  private static Patient patient(Random random, List<Coded> codes, Screening screening) {
    var by = new Actor("u2", "Ben", Role.NURSE);
    var conditions = new ArrayList<Condition>();
    var medications = new ArrayList<Medication>();
    var measurements = new ArrayList<Measurement>();
    var answers = new ArrayList<InterviewAnswered>();
    for (int i = 0; i < 25; i++) {
      conditions.add(
          new Condition(
              any(codes, random),
              Condition.Status.INACTIVE,
              Optional.of(past(random, 4_000)),
              Optional.empty(),
              from(i)));
    }
    for (int i = 0; i < 12; i++) {
      medications.add(
          new Medication(
              any(codes, random),
              random.nextInt(6) == 0 ? Medication.Status.ACTIVE : Medication.Status.STOPPED,
              Optional.of(past(random, 4_000)),
              Optional.empty(),
              from(100 + i)));
    }
    for (int i = 0; i < 200; i++) {
      measurements.add(measured(any(codes, random), "7", "1", past(random, 3_000), i));
    }
    measurements.add(measured(loinc("8480-6"), "" + (100 + random.nextInt(90)), "mm[Hg]", past(random, 40), 300));
    measurements.add(measured(loinc("8462-4"), "" + (60 + random.nextInt(45)), "mm[Hg]", past(random, 40), 301));
    for (var question : screening.interview(NOW)) {
      var answer = random.nextInt(60) == 0 ? Answer.PRESENT : Answer.ABSENT;
      answers.add(
          new InterviewAnswered(question.id(), answer, "", List.of(), by, NOW.minusSeconds(60)));
    }
    var identity =
        new Identity(
            new PatientId(new UUID(random.nextLong(), random.nextLong())),
            "urn:bench",
            "1",
            "Family",
            "Given",
            LocalDate.of(1940 + random.nextInt(60), 1, 1),
            random.nextBoolean() ? Identity.Sex.FEMALE : Identity.Sex.MALE,
            Optional.empty(),
            from(0));
    var referral =
        new Referral(
            new Referrer("Dr Cara", "Practice", ""),
            PainDiagnosis.values()[random.nextInt(PainDiagnosis.values().length)],
            "pain",
            random.nextInt(60),
            List.of(),
            List.of(),
            NOW.minus(Duration.ofDays(9)),
            by);
    return new Patient(
        new Chart(identity, conditions, medications, measurements, List.of(), List.of(), List.of()),
        new Interview(answers),
        referral);
  }

  /// One in eight stands for nothing the knowledge has.
  private static Coded any(List<Coded> codes, Random random) {
    return random.nextInt(8) == 0
        ? new Coded.Unrecognised("urn:strange", "x" + random.nextInt(500), "strange")
        : codes.get(random.nextInt(codes.size()));
  }

  private static Coded loinc(String code) {
    return new Coded.Known("http://loinc.org", code, code);
  }

  private static Measurement measured(Coded what, String value, String unit, Instant at, int id) {
    return new Measurement(
        Measurement.Category.OTHER,
        what,
        new BigDecimal(value),
        unit,
        Optional.empty(),
        at,
        from(1_000 + id));
  }

  private static Instant past(Random random, int days) {
    return NOW.minus(Duration.ofMinutes(1 + random.nextInt(days * 1_440)));
  }

  private static Provenance from(int id) {
    return new Provenance("bench", "src-" + id, NOW.minus(Duration.ofDays(1)), "u2");
  }
}
