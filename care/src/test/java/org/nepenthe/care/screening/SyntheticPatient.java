package org.nepenthe.care.screening;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.nepenthe.care.chart.Chart;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Identity;
import org.nepenthe.care.chart.Identity.Sex;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.PatientId;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.Answer;
import org.nepenthe.care.screening.interview.Interview;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.evidence.YamlNode;
import org.nepenthe.knowledge.KnowledgeBase;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.opencds.cqf.cql.engine.runtime.DateTime;
import org.opencds.cqf.cql.engine.runtime.Tuple;

/// The facts of one of Synthea's patients, with an interview and a moment drawn by a seed, for the
/// rules in Java and for those in CQL.
///
/// The facts are made by `tools/synthea/generate` and `tools/ExtractFacts.java`; the moment lies
/// around the ages at which a reading of the blood pressure stops to count.
record SyntheticPatient(
    LocalDate born,
    Sex sex,
    List<String> conditions,
    List<String> medicines,
    List<Taken> measurements,
    List<InterviewAnswered> answers,
    Instant at) {
  private static final List<Duration> SINCE_THE_PRESSURE =
      List.of(
          Duration.ofSeconds(-61),
          Duration.ofSeconds(-60),
          Duration.ofHours(1),
          Duration.ofDays(6),
          Duration.ofDays(30),
          Duration.ofDays(30).plusSeconds(1),
          Duration.ofDays(91));
  private static final List<Duration> ANSWERED_BEFORE =
      List.of(
          Duration.ofSeconds(-61),
          Duration.ofHours(1),
          Duration.ofDays(7),
          Duration.ofDays(7).plusSeconds(1),
          Duration.ofDays(30),
          Duration.ofDays(30).plusSeconds(1),
          Duration.ofDays(90),
          Duration.ofDays(90).plusSeconds(1),
          Duration.ofDays(180),
          Duration.ofDays(180).plusSeconds(1));

  /// One measured value.
  record Taken(String loinc, BigDecimal value, String unit, Instant at) {}

  /// All patients, each with an interview and a moment of its own.
  static List<SyntheticPatient> all(List<String> questions, long seed) {
    var random = new SplittableRandom(seed);
    var patients = new ArrayList<SyntheticPatient>();
    for (var line : lines()) {
      patients.add(read(line, questions, random));
    }
    return patients;
  }

  private static List<String> lines() {
    try (InputStream file =
        SyntheticPatient.class.getResourceAsStream("/screening/synthea-facts.jsonl")) {
      if (file == null) {
        throw new IllegalStateException("the facts are not there");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SyntheticPatient read(
      String line, List<String> questions, SplittableRandom random) {
    var root =
        YamlNode.read(
            "synthea-facts.jsonl", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
    var measurements = new ArrayList<Taken>();
    for (var node : root.get("measurements").items()) {
      measurements.add(
          new Taken(
              node.get("loinc").text(),
              node.get("value").decimal(),
              node.get("unit").text(),
              Instant.parse(node.get("at").text())));
    }
    var last =
        measurements.stream()
            .filter(taken -> taken.loinc().equals("8480-6"))
            .map(Taken::at)
            .max(Instant::compareTo)
            .orElse(Instant.parse("2026-11-22T12:00:00Z"));
    var at = last.plus(SINCE_THE_PRESSURE.get(random.nextInt(SINCE_THE_PRESSURE.size())));
    var answers = new ArrayList<InterviewAnswered>();
    for (var question : questions) {
      int drawn = random.nextInt(Answer.values().length + 1);
      var given = at.minus(ANSWERED_BEFORE.get(random.nextInt(ANSWERED_BEFORE.size())));
      var note = random.nextBoolean() ? "the reason" : "";
      if (drawn < Answer.values().length) {
        answers.add(
            new InterviewAnswered(
                question, Answer.values()[drawn], note, List.of(), Case.NURSE, given));
      }
    }
    return new SyntheticPatient(
        root.get("born").date(),
        root.get("sex").oneOf(Sex.class),
        texts(root.get("conditions")),
        texts(root.get("medicines")),
        measurements,
        answers,
        at);
  }

  private static List<String> texts(YamlNode list) {
    return list.items().stream().map(YamlNode::text).toList();
  }

  /// For the rules in Java. Every fact reached the clinic long before any answer was given.
  ScreeningFacts facts(KnowledgeBase knowledge) {
    var concepts = Concepts.of(knowledge, at.atZone(ZoneOffset.UTC).toLocalDate());
    var from = new Provenance("synthea", "fact", Instant.parse("2020-01-01T00:00:00Z"), "import");
    var identity =
        new Identity(
            new PatientId(new UUID(0, 1)),
            "urn:s",
            "1",
            "F",
            "G",
            born,
            sex,
            Optional.empty(),
            from);
    return new ScreeningFacts(
        new Chart(
            identity,
            conditions.stream()
                .map(code ->
                    new Condition(
                        concepts.classify("http://snomed.info/sct", code, code),
                        Condition.Status.ACTIVE,
                        Optional.empty(),
                        Optional.empty(),
                        from))
                .toList(),
            medicines.stream()
                .map(code ->
                    new Medication(
                        concepts.classify(
                            "http://www.nlm.nih.gov/research/umls/rxnorm", code, code),
                        Medication.Status.ACTIVE,
                        Optional.empty(),
                        Optional.empty(),
                        from))
                .toList(),
            measurements.stream().map(taken -> measurement(taken, concepts, from)).toList(),
            List.of(),
            List.of(),
            List.of()),
        new Interview(answers),
        Optional.empty(),
        concepts);
  }

  private static Measurement measurement(Taken taken, Concepts concepts, Provenance from) {
    return new Measurement(
        Measurement.Category.LABORATORY,
        concepts.classify("http://loinc.org", taken.loinc(), taken.loinc()),
        taken.value(),
        taken.unit(),
        Optional.empty(),
        taken.at(),
        from);
  }

  /// For the rules in CQL.
  Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("At", moment(at));
    parameters.put("Born", new Date(born));
    parameters.put("Sex", sex.words());
    parameters.put("Conditions", conditions);
    parameters.put("Medicines", medicines);
    parameters.put(
        "Measurements",
        measurements.stream()
            .map(taken ->
                tuple("loinc", taken.loinc(), "number", taken.value(), "taken", moment(taken.at())))
            .toList());
    parameters.put(
        "Answers",
        answers.stream()
            .map(answer ->
                tuple(
                    "question",
                    answer.question(),
                    "answer",
                    answer.answer().words().replace(' ', '-'),
                    "noted",
                    !answer.note().isBlank(),
                    "given",
                    moment(answer.at())))
            .toList());
    return parameters;
  }

  private static Tuple tuple(Object... namesAndValues) {
    var elements = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      elements.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Tuple().withElements(elements);
  }

  private static DateTime moment(Instant instant) {
    return new DateTime(instant.atOffset(ZoneOffset.UTC));
  }
}
