package org.nepenthe.care.followup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.DecisionRecord;
import org.nepenthe.care.decision.Input;
import org.nepenthe.care.decision.KnowledgeVersion;
import org.nepenthe.care.decision.Reason;
import org.nepenthe.care.decision.RuleId;
import org.nepenthe.care.decision.Verdict;
import org.nepenthe.care.infusion.AdverseEvent;
import org.nepenthe.care.infusion.AdverseEvent.Severity;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.LogEntry;
import org.nepenthe.care.outcome.Change;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.outcome.Scored;
import org.nepenthe.care.planning.AgreedBenefit;
import org.nepenthe.care.surveillance.CheckDue;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// Looks back on a course: benefit beside harm, against what was agreed before the first drop.
public final class FollowUp {
  static final RuleId AGREED = RuleId.of("PLN-BEN-01");
  static final RuleId STOP = RuleId.of("FUP-STP-01");

  private final KnowledgeBase base;
  private final String softwareVersion;

  public FollowUp(KnowledgeBase base, String softwareVersion) {
    this.base = base;
    this.softwareVersion = softwareVersion;
  }

  /// What a look back is made from.
  ///
  /// @param infusions of this course, in their order
  public record Facts(
      FollowUpState state,
      Optional<AgreedBenefit> agreed,
      List<InfusionLog> infusions,
      List<CheckDue> checks) {
    public Facts {
      infusions = List.copyOf(infusions);
      checks = List.copyOf(checks);
    }

    private List<InfusionEvent.InfusionStarted> starts() {
      return infusions.stream().flatMap(log -> log.started().stream()).toList();
    }
  }

  /// How the patient fared.
  ///
  /// @param pain before the first infusion against the newest after the last
  public record Balance(
      DecisionRecord<Response> response,
      Optional<Change> pain,
      Optional<Change> function,
      List<Prompt> prompts) {
    public Balance {
      prompts = List.copyOf(prompts);
    }
  }

  public Balance assess(Facts facts, LocalDate day, Instant at) {
    var pain = change(Instrument.NRS, facts, day, at);
    var function = change(Instrument.PEG, facts, day, at);
    var reasons = new ArrayList<Reason>();
    facts
        .agreed()
        .flatMap(AgreedBenefit::painFallPercent)
        .ifPresent(percent ->
            reasons.add(agreed("Pain fell as agreed", pain, percent, "pain rating", day)));
    facts
        .agreed()
        .flatMap(AgreedBenefit::functionFallPercent)
        .ifPresent(
            percent -> reasons.add(agreed("PEG fell as agreed", function, percent, "PEG", day)));
    var record =
        new DecisionRecord<>(
            response(facts, reasons),
            reasons,
            Input.inWords(inputs(facts, pain, function)),
            new KnowledgeVersion(base.version(), base.contentHash()),
            softwareVersion,
            at);
    return new Balance(record, pain, function, prompts(facts, pain, function, day));
  }

  /// A score before the first infusion against the newest since the last one started.
  public Optional<Change> change(String instrument, Facts facts, LocalDate day, Instant at) {
    var starts = facts.starts();
    if (starts.isEmpty()) {
      return Optional.empty();
    }
    return Instrument.of(base, instrument, day)
        .flatMap(known ->
            facts
                .state()
                .baseline(known)
                .flatMap(before ->
                    facts
                        .state()
                        .latest(known, starts.getLast().at(), at)
                        .map(after -> new Change(before.value(), after.value()))));
  }

  /// The pain or function after one infusion against the baseline: the newest score given between
  /// its start and the next one's.
  public Optional<Change> afterInfusion(
      String instrument, Facts facts, int number, LocalDate day, Instant at) {
    var starts = facts.starts();
    if (number >= starts.size()) {
      return Optional.empty();
    }
    var until = number + 1 < starts.size() ? starts.get(number + 1).at() : at;
    return Instrument.of(base, instrument, day)
        .flatMap(known ->
            facts
                .state()
                .baseline(known)
                .map(Scored::value)
                .flatMap(before ->
                    facts
                        .state()
                        .latest(known, starts.get(number).at(), until)
                        .map(after -> new Change(before, after.value()))));
  }

  private Reason agreed(
      String title, Optional<Change> change, BigDecimal percent, String what, LocalDate day) {
    var limit = "a fall by " + percent.stripTrailingZeros().toPlainString() + " % or more";
    return new Reason(
        AGREED,
        title,
        verdict(change, percent, what),
        limit,
        values(AGREED, day).evidence(),
        List.of());
  }

  private static Verdict verdict(Optional<Change> change, BigDecimal percent, String what) {
    if (change.isEmpty()) {
      return Verdict.unknown(
          what + ": a valid score before the first infusion and one after the last");
    }
    var fall = change.get().fallPercent();
    if (fall.isEmpty()) {
      return Verdict.unknown(what + ": the score before was 0, so a fall says nothing");
    }
    var observed = what + " " + words(change.get());
    return fall.get().compareTo(percent) >= 0
        ? new Verdict.Met(observed, Optional.empty())
        : new Verdict.NotMet(observed, Optional.empty());
  }

  /// Either agreed change is benefit. Where neither is reached and the infusion by which it has to
  /// show is not given yet, nobody can say.
  private static Response response(Facts facts, List<Reason> reasons) {
    if (facts.agreed().isEmpty() || reasons.isEmpty()) {
      return new Response.CannotSay(List.of("what counts as benefit was not agreed"));
    }
    if (facts.starts().isEmpty()) {
      return new Response.CannotSay(List.of("no infusion has been given"));
    }
    var met = observed(reasons, Verdict.Met.class);
    if (!met.isEmpty()) {
      return new Response.Responder(met);
    }
    var unknown = observed(reasons, Verdict.Unknown.class);
    if (!unknown.isEmpty()) {
      return new Response.CannotSay(unknown);
    }
    int by = facts.agreed().get().byInfusion();
    if (facts.starts().size() < by) {
      return new Response.CannotSay(
          List.of(
              "benefit has to show by infusion %d, and %d %s given"
                  .formatted(
                      by, facts.starts().size(), facts.starts().size() == 1 ? "was" : "were")));
    }
    return new Response.NotResponder(observed(reasons, Verdict.NotMet.class));
  }

  private static List<String> observed(List<Reason> reasons, Class<? extends Verdict> kind) {
    return reasons.stream()
        .map(Reason::verdict)
        .filter(kind::isInstance)
        .map(Verdict::observed)
        .toList();
  }

  private List<Prompt> prompts(
      Facts facts, Optional<Change> pain, Optional<Change> function, LocalDate day) {
    var prompts = new ArrayList<Prompt>();
    for (var concern : facts.state().openConcerns()) {
      var given = concern.given();
      prompts.add(
          new Prompt(
              given.rule(),
              Prompt.Kind.SETTLE_FIRST,
              "%s: %s. %s".formatted(given.asks(), given.answer(), given.says())));
    }
    if (!facts.starts().isEmpty()) {
      nonResponse(facts, pain, function, day).ifPresent(prompts::add);
    }
    for (var check : facts.checks()) {
      var rule = RuleId.of(check.check().id());
      switch (check.state()) {
        case ABNORMAL ->
            prompts.add(
                new Prompt(
                    rule,
                    Prompt.Kind.SETTLE_FIRST,
                    check.check().title() + " abnormal. " + check.check().ifAbnormal()));
        case DUE, WAITING ->
            prompts.add(
                new Prompt(
                    rule,
                    Prompt.Kind.FIND_OUT,
                    check.check().title() + ": " + check.state().words() + "."));
        case DONE, SITE_SETS -> {}
      }
    }
    for (var harm : harms(facts)) {
      if (harm.severity().compareTo(Severity.SEVERE) >= 0) {
        prompts.add(
            new Prompt(
                STOP,
                Prompt.Kind.SETTLE_FIRST,
                "A %s adverse event: %s.".formatted(harm.severity().words(), harm.kind().words())));
      }
    }
    return prompts;
  }

  /// No relief that matters and no gain in function: the prompt is to stop. Where one of the two is
  /// not known, the prompt is to find out.
  private Optional<Prompt> nonResponse(
      Facts facts, Optional<Change> pain, Optional<Change> function, LocalDate day) {
    var rule = values(STOP, day);
    var noRelief = noRelief(pain, rule.amount("relief"));
    var noGain = noGain(function, facts.agreed().flatMap(AgreedBenefit::functionFallPercent));
    return switch (noRelief.and(noGain)) {
      case Verdict.Met(var observed, _) ->
          Optional.of(
              new Prompt(
                  STOP,
                  Prompt.Kind.STOP,
                  rule.text("says") + " " + observed + ". " + rule.text("never")));
      case Verdict.NotMet _ -> Optional.empty();
      case Verdict.Unknown(var missing, _) ->
          Optional.of(
              new Prompt(
                  STOP, Prompt.Kind.FIND_OUT, "Whether to stop cannot be said: " + missing + "."));
    };
  }

  private static Verdict noRelief(Optional<Change> pain, Amount relief) {
    var fall = pain.flatMap(Change::fallPercent);
    if (fall.isEmpty()) {
      return Verdict.unknown("pain before the first infusion and after the last");
    }
    var observed = "Pain " + words(pain.get());
    return relief.isBreachedBy(fall.get())
        ? new Verdict.Met(observed, Optional.empty())
        : new Verdict.NotMet(observed, Optional.empty());
  }

  /// A gain is what was agreed to be one; where nothing was agreed, any fall of the PEG.
  private static Verdict noGain(Optional<Change> function, Optional<BigDecimal> agreed) {
    if (function.isEmpty()) {
      return Verdict.unknown("PEG before the first infusion and after the last");
    }
    var observed = "PEG " + words(function.get());
    boolean gain =
        agreed
            .map(percent ->
                function
                    .get()
                    .fallPercent()
                    .filter(fall -> fall.compareTo(percent) >= 0)
                    .isPresent())
            .orElse(function.get().fell());
    return gain
        ? new Verdict.NotMet(observed, Optional.empty())
        : new Verdict.Met(observed, Optional.empty());
  }

  /// Everything unwanted, at the chair and at home.
  public static List<AdverseEvent> harms(Facts facts) {
    var harms = new ArrayList<AdverseEvent>();
    for (var infusion : facts.infusions()) {
      infusion.standing().stream()
          .map(LogEntry::event)
          .filter(AdverseEventRecorded.class::isInstance)
          .map(event -> ((AdverseEventRecorded) event).event())
          .forEach(harms::add);
    }
    facts.state().harm().forEach(report -> harms.add(report.event()));
    return List.copyOf(harms);
  }

  private static List<String> inputs(
      Facts facts, Optional<Change> pain, Optional<Change> function) {
    var inputs = new ArrayList<String>();
    inputs.add("infusions given: " + facts.starts().size());
    inputs.add("pain NRS " + pain.map(FollowUp::words).orElse("not known before and after"));
    inputs.add("PEG " + function.map(FollowUp::words).orElse("not known before and after"));
    harms(facts)
        .forEach(harm ->
            inputs.add("adverse event: " + harm.kind().words() + ", " + harm.severity().words()));
    return inputs;
  }

  private static String words(Change change) {
    return "from " + written(change.before()) + " to " + written(change.after());
  }

  /// Nobody answers finer than whole numbers, so a mean is written with one decimal.
  private static String written(BigDecimal score) {
    var rounded = score.setScale(1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private Values values(RuleId rule, LocalDate day) {
    return base.entry(rule.value())
        .on(day)
        .orElseThrow(() -> new IllegalStateException(rule + " says nothing for " + day));
  }
}
