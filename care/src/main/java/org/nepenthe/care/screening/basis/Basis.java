package org.nepenthe.care.screening.basis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.nepenthe.care.chart.Allergy;
import org.nepenthe.care.chart.Condition;
import org.nepenthe.care.chart.Measurement;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.chart.Provenance;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.decision.Input.Dated;
import org.nepenthe.care.decision.Input.Origin;
import org.nepenthe.care.decision.Input.What;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.referral.Referral;
import org.nepenthe.care.screening.examination.Examined;
import org.nepenthe.care.screening.facts.ClinicDates;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.interview.InterviewAnswered;
import org.nepenthe.care.screening.interview.OpioidDoseStated;
import org.nepenthe.care.screening.interview.TrialJudged;
import org.nepenthe.care.screening.rules.RuleBook;
import org.nepenthe.care.screening.rules.Scope.Looked;
import org.nepenthe.care.screening.trial.Told;

/// Writes down what a decision was made on: everything a rule looks at, and every condition,
/// medicine and allergy of the chart, also where no rule knows what it means.
///
/// Of what was measured or answered more than once the newest stands here, and beside it what was
/// measured on the same day: that is what the rules compare.
public final class Basis {
  private final Map<Looked, List<RuleId>> readers;
  private final Map<String, String> titles;
  private final ClinicDates dates;

  private Basis(Map<Looked, List<RuleId>> readers, Map<String, String> titles, ClinicDates dates) {
    this.readers = readers;
    this.titles = titles;
    this.dates = dates;
  }

  /// @param rules those of one day
  public static Basis of(RuleBook rules, ClinicDates dates) {
    var readers = new HashMap<Looked, List<RuleId>>();
    rules
        .scopes()
        .forEach((rule, scope) ->
            scope
                .looked()
                .forEach(
                    looked -> readers.computeIfAbsent(looked, _ -> new ArrayList<>()).add(rule)));
    var titles = new HashMap<String, String>();
    rules.questions().forEach(question -> titles.put(question.id(), question.title()));
    rules.examinations().forEach(one -> titles.put(one.id(), one.title()));
    var inOrder = List.copyOf(rules.scopes().keySet());
    readers.values().forEach(of -> of.sort(Comparator.comparingInt(inOrder::indexOf)));
    return new Basis(readers, titles, dates);
  }

  /// In the order in which a clinician reads them: the person, the request, what was said and
  /// examined, the chart.
  public List<Input> inputs(ScreeningFacts facts, Instant at) {
    var all = new ArrayList<Input>();
    patient(facts, at, all::add);
    facts.referral().ifPresent(referral -> referral(referral, all::add));
    facts.interview().newest().forEach(answer -> all.add(answer(answer)));
    facts.examinations().newest().forEach(one -> all.add(examined(one)));
    facts.doses().forEach(dose -> all.add(dose(dose)));
    facts.trials().forEach(trial -> all.add(trial(trial)));
    chart(facts, all::add);
    return all;
  }

  private void patient(ScreeningFacts facts, Instant at, Consumer<Input> all) {
    var identity = facts.chart().identity();
    all.accept(
        new Dated(
            "patient",
            What.PATIENT,
            "age "
                + identity.ageOn(dates.dayOf(at))
                + " y, sex as recorded: "
                + identity.sex().words()
                + identity.deceasedAt().map(died -> ", died " + dates.day(died)).orElse(""),
            Optional.of(identity.provenance().recordedAt()),
            origin(identity.provenance()),
            true,
            readers(What.PATIENT, "")));
  }

  private void referral(Referral referral, Consumer<Input> all) {
    var origin = new Origin.OfReferral(referral.referrer().name(), referral.enteredBy());
    all.accept(of(referral, "referral", referral.painInWords(), origin));
    all.accept(
        of(
            referral,
            "referral: duration",
            "pain for " + referral.painMonths() + " mo at referral",
            origin));
    var number = 0;
    for (var therapy : referral.failedTherapies()) {
      number++;
      all.accept(
          of(
              referral,
              "referral: therapy " + number,
              "tried: " + therapy.sentence() + ", " + Told.by(therapy).words(),
              origin));
    }
  }

  private Dated of(Referral referral, String id, String words, Origin origin) {
    return new Dated(
        id,
        What.REFERRAL,
        words,
        Optional.of(referral.receivedAt()),
        origin,
        true,
        readers(What.REFERRAL, ""));
  }

  private Dated answer(InterviewAnswered answer) {
    return new Dated(
        answer.question(),
        What.ANSWER,
        title(answer.question())
            + ": "
            + answer.answer().words()
            + (answer.note().isBlank() ? "" : " (" + answer.note().strip() + ")"),
        Optional.of(answer.at()),
        new Origin.Attested(answer.by(), answer.at()),
        true,
        readers(What.ANSWER, answer.question()));
  }

  private Dated examined(Examined one) {
    var found =
        one.total()
            .map(total -> "total " + total)
            .orElseGet(() -> one.items().size() + " items recorded");
    return new Dated(
        one.examination(),
        What.EXAMINATION,
        title(one.examination())
            + ": "
            + found
            + (one.note().isBlank() ? "" : " (" + one.note().strip() + ")"),
        Optional.of(dates.startOf(one.doneOn())),
        new Origin.Attested(one.by(), one.at()),
        true,
        readers(What.EXAMINATION, one.examination()));
  }

  private Dated dose(OpioidDoseStated dose) {
    return new Dated(
        dose.sourceId(),
        What.OPIOID_DOSE,
        title(dose.opioid())
            + " "
            + dose.amount().toPlainString()
            + " "
            + dose.unit()
            + (dose.note().isBlank() ? "" : " (" + dose.note().strip() + ")"),
        Optional.of(dose.at()),
        new Origin.Attested(dose.by(), dose.at()),
        true,
        readers(What.OPIOID_DOSE, ""));
  }

  private Dated trial(TrialJudged trial) {
    return new Dated(
        "trial: " + trial.kind().name(),
        What.TRIAL,
        trial.kind().words()
            + ": "
            + trial.judgement().words()
            + (trial.note().isBlank() ? "" : " (" + trial.note().strip() + ")"),
        Optional.of(trial.at()),
        new Origin.Attested(trial.by(), trial.at()),
        true,
        readers(What.TRIAL, ""));
  }

  private void chart(ScreeningFacts facts, Consumer<Input> all) {
    var chart = facts.chart();
    for (var one : chart.conditions()) {
      if (one.status() != Condition.Status.INACTIVE) {
        var doubt = one.status() == Condition.Status.NOT_KNOWN;
        all.accept(
            coded(What.CONDITION, one.code(), doubt, "", one.onset(), one.provenance(), facts));
      }
    }
    for (var one : chart.medications()) {
      if (one.status() != Medication.Status.STOPPED) {
        var doubt = one.status() == Medication.Status.NOT_KNOWN;
        var dosage = one.dosage().map(words -> ", " + words).orElse("");
        all.accept(
            coded(
                What.MEDICINE,
                one.drug(),
                doubt,
                dosage,
                one.orderedAt(),
                one.provenance(),
                facts));
      }
    }
    for (var one : chart.allergies()) {
      if (one.status() != Allergy.Status.INACTIVE) {
        var doubt = one.status() == Allergy.Status.NOT_KNOWN;
        var reaction = one.reaction().map(words -> ", " + words).orElse("");
        all.accept(
            coded(
                What.ALLERGY,
                one.substance(),
                doubt,
                reaction,
                one.since(),
                one.provenance(),
                facts));
      }
    }
    compared(facts).forEach(one -> all.accept(measured(one, facts)));
    for (var one : chart.procedures()) {
      var known = coded(What.PROCEDURE, one.what(), false, "", one.at(), one.provenance(), facts);
      if (!known.readBy().isEmpty()) {
        all.accept(known);
      }
    }
    for (var one : chart.findings()) {
      var stating = readers(What.FINDING, one.result(), facts);
      if (!stating.isEmpty()) {
        all.accept(
            new Dated(
                one.provenance().sourceId(),
                What.FINDING,
                one.what().display() + ": " + one.result().display(),
                Optional.of(one.at()),
                origin(one.provenance()),
                true,
                stating));
      } else if (Allergy.NO_DRUG_KNOWN.contains(one.what().code())) {
        all.accept(
            new Dated(
                one.provenance().sourceId(),
                What.FINDING,
                one.what().display(),
                Optional.of(one.at()),
                origin(one.provenance()),
                true,
                readers(What.FINDING, "")));
      }
    }
  }

  /// @param doubt whether the source leaves open that it still holds
  private Dated coded(
      What what,
      Coded code,
      boolean doubt,
      String more,
      Optional<Instant> trueAt,
      Provenance provenance,
      ScreeningFacts facts) {
    return new Dated(
        provenance.sourceId(),
        what,
        code.display() + more + (doubt ? " (whether it still holds is not stated)" : ""),
        trueAt,
        origin(provenance),
        !facts.concepts().isUnmapped(code),
        readers(what, code, facts));
  }

  private Dated measured(Measurement one, ScreeningFacts facts) {
    return new Dated(
        one.provenance().sourceId(),
        What.MEASUREMENT,
        one.words()
            + one.upperLimit()
                .map(limit -> ", the laboratory's upper limit is " + limit.toPlainString())
                .orElse("")
            + one.entered()
                .map(sent -> ", sent as " + sent.value().toPlainString() + " " + sent.unit())
                .orElse(""),
        Optional.of(one.at()),
        origin(one.provenance()),
        true,
        readers(What.MEASUREMENT, one.what(), facts));
  }

  private List<Measurement> compared(ScreeningFacts facts) {
    Set<Measurement> all = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var looked : readers.keySet()) {
      if (looked.what() == What.MEASUREMENT) {
        var concept = List.of(looked.key());
        facts
            .newest(concept)
            .map(newest -> dates.dayOf(newest.at()))
            .ifPresent(day ->
                facts.measurements(concept).stream()
                    .filter(one -> dates.dayOf(one.at()).equals(day))
                    .forEach(all::add));
      }
    }
    return facts.chart().measurements().stream().filter(all::contains).toList();
  }

  private static Origin origin(Provenance provenance) {
    return new Origin.OfChart(provenance.source(), provenance.sourceId(), provenance.recordedAt());
  }

  private String title(String id) {
    return titles.getOrDefault(id, id);
  }

  private List<RuleId> readers(What what, String key) {
    return readers.getOrDefault(new Looked(what, key), List.of());
  }

  private List<RuleId> readers(What what, Coded code, ScreeningFacts facts) {
    var all = new LinkedHashSet<RuleId>();
    for (var concept : facts.concepts().of(code)) {
      all.addAll(readers(what, concept));
    }
    return List.copyOf(all);
  }
}
