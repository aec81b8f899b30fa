package org.nepenthe.care.infusion.recovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Role;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.infusion.Deed;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventRecorded;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventSettled;
import org.nepenthe.care.infusion.InfusionEvent.AdverseEventSettled.Settlement;
import org.nepenthe.care.infusion.InfusionEvent.DrivingAdviceGiven;
import org.nepenthe.care.infusion.InfusionEvent.EscortNamed;
import org.nepenthe.care.infusion.InfusionEvent.OrientationChecked;
import org.nepenthe.care.infusion.InfusionEvent.PatientDischarged;
import org.nepenthe.care.infusion.InfusionEvent.RecoveryScored;
import org.nepenthe.care.infusion.Outcome;
import org.nepenthe.care.infusion.Refusal;

/// What is recorded between the stop of the pump and the door. Every answer is events, or reasons
/// why not.
public final class Recovery {
  private final RecoveryKnowledge knowledge;

  public Recovery(RecoveryKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  public Outcome score(Infusion infusion, String scale, Map<String, Integer> points, Deed deed) {
    var refusals = inRecovery(infusion, deed);
    var known = knowledge.scale(scale);
    if (known.isEmpty()) {
      refusals.add(new Refusal("scale", "Choose a scale"));
    } else {
      for (var item : known.get().items()) {
        if (!points.containsKey(item.key()) || !item.has(points.get(item.key()))) {
          refusals.add(new Refusal(item.key(), "Choose: " + item.asks()));
        }
      }
      if (refusals.isEmpty() && !known.get().complete(points)) {
        refusals.add(new Refusal("scale", "These items are not those of the scale"));
      }
    }
    return answer(refusals, new RecoveryScored(scale, points, deed.at(), deed.by()));
  }

  public Outcome orientation(Infusion infusion, Map<String, Boolean> answeredRight, Deed deed) {
    var refusals = inRecovery(infusion, deed);
    var asked = new HashMap<String, Boolean>();
    for (var question : knowledge.orientation()) {
      if (answeredRight.containsKey(question.key())) {
        asked.put(question.key(), answeredRight.get(question.key()));
      } else {
        refusals.add(new Refusal(question.key(), "Choose yes or no: " + question.asks()));
      }
    }
    return answer(refusals, new OrientationChecked(asked, deed.at(), deed.by()));
  }

  /// The escort may be named at any time before the patient leaves, by the front desk too.
  public Outcome escort(Infusion infusion, String name, String contact, Deed deed) {
    var refusals = new ArrayList<Refusal>();
    if (gone(infusion)) {
      refusals.add(new Refusal("", "The patient has left"));
    }
    if (!clinical(deed) && deed.by().role() != Role.FRONT_DESK) {
      refusals.add(notYours(deed));
    }
    deed.impossible(infusion.log().opened().at(), "the preparation began").ifPresent(refusals::add);
    if (name.isBlank()) {
      refusals.add(new Refusal("escort-name", "Enter the escort's name"));
    }
    if (contact.isBlank()) {
      refusals.add(
          new Refusal("escort-contact", "Enter a telephone number, or where the escort waits"));
    }
    return answer(refusals, new EscortNamed(name.strip(), contact.strip(), deed.at(), deed.by()));
  }

  public Outcome advise(Infusion infusion, boolean understood, Deed deed) {
    return answer(
        inRecovery(infusion, deed),
        new DrivingAdviceGiven(knowledge.drivingAdvice(), understood, deed.at(), deed.by()));
  }

  public Outcome settle(
      Infusion infusion, long entry, Settlement settlement, String note, Deed deed) {
    var refusals = new ArrayList<Refusal>();
    if (gone(infusion)) {
      refusals.add(new Refusal("", "The patient has left"));
    }
    var event =
        infusion.log().standing().stream()
            .filter(one -> one.number() == entry)
            .filter(one -> one.event() instanceof AdverseEventRecorded)
            .findFirst();
    if (event.isEmpty()) {
      refusals.add(new Refusal("entry", "This infusion has no such adverse event"));
    } else {
      deed.impossible(event.get().event().at(), "the adverse event").ifPresent(refusals::add);
    }
    boolean mayDecide = settlement == Settlement.OVER || deed.by().role() == Role.PHYSICIAN;
    if (!clinical(deed)) {
      refusals.add(notYours(deed));
    } else if (!mayDecide) {
      refusals.add(
          new Refusal("settlement", "A physician has to let a patient leave while it goes on"));
    }
    return answer(
        refusals, new AdverseEventSettled(entry, settlement, note.strip(), deed.at(), deed.by()));
  }

  /// Lets the patient go: signed, now, and only where the gate finds nothing missing.
  public Outcome discharge(Infusion infusion, Signature signature, Deed deed) {
    if (gone(infusion)) {
      return Outcome.refuse("", "The patient has left");
    }
    if (!clinical(deed)) {
      return new Outcome.Refused(List.of(notYours(deed)));
    }
    var missing = DischargeGate.missing(infusion, knowledge, deed.now());
    return missing.isEmpty()
        ? Outcome.accept(new PatientDischarged(signature, deed.now(), deed.by()))
        : new Outcome.Refused(
            missing.stream().map(one -> new Refusal(field(one.item()), one.words())).toList());
  }

  /// The place of an item on the page: `gate-score`.
  public static String field(Missing.Item item) {
    return "gate-" + item.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private List<Refusal> inRecovery(Infusion infusion, Deed deed) {
    var refusals = new ArrayList<Refusal>();
    if (!clinical(deed)) {
      refusals.add(notYours(deed));
    }
    switch (infusion) {
      case Infusion.Recovering(_, var since) ->
          deed.impossible(since, "the pump was off").ifPresent(refusals::add);
      case Infusion.Discharged _ -> refusals.add(new Refusal("", "The patient has left"));
      case Infusion.Preparing _,
          Infusion.Abandoned _,
          Infusion.Infusing _,
          Infusion.Held _,
          Infusion.Unconfirmed _ ->
          refusals.add(new Refusal("", "Record first that the pump is off"));
    }
    return refusals;
  }

  private static boolean gone(Infusion infusion) {
    return infusion instanceof Infusion.Discharged || infusion instanceof Infusion.Abandoned;
  }

  private static boolean clinical(Deed deed) {
    return deed.by().role() == Role.NURSE || deed.by().role() == Role.PHYSICIAN;
  }

  private static Refusal notYours(Deed deed) {
    return new Refusal("", "A " + deed.by().role().words() + " cannot record this");
  }

  private static Outcome answer(List<Refusal> refusals, InfusionEvent event) {
    return refusals.isEmpty() ? Outcome.accept(event) : new Outcome.Refused(refusals);
  }

  /// When the pump was off for good; empty before.
  public static Optional<Instant> pumpOffAt(Infusion infusion) {
    return infusion instanceof Infusion.Recovering(_, var since)
        ? Optional.of(since)
        : Optional.empty();
  }
}
