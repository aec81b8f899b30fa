package org.nepenthe.care.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;

/// A referral as somebody typed it, before anything is believed.
///
/// @param indication id of the chosen indication, for example `IND-CRPS`
/// @param receivedOn a date such as `2026-05-03`
/// @param failedTherapies rows of the form; a row without anything typed is left out
public record ReferralForm(
    String referrerName,
    String referrerOrganisation,
    String referrerContact,
    String indication,
    String painInWords,
    String painMonths,
    String receivedOn,
    List<FailedRow> failedTherapies,
    List<CoRow> coTherapies) {
  /// More than any life holds: a larger number is a slip of the hand.
  private static final int MONTHS_IN_A_LONG_LIFE = 1_440;

  private static final int LONGEST_TEXT = 2_000;

  public ReferralForm {
    failedTherapies = List.copyOf(failedTherapies);
    coTherapies = List.copyOf(coTherapies);
  }

  /// One typed row: names of [TherapyKind] and [WhyStopped], and words.
  public record FailedRow(String kind, String what, String howLong, String whyStopped) {}

  /// One typed row: the name of a [TherapyKind], and words.
  public record CoRow(String kind, String what) {}

  /// What became of a form.
  public sealed interface Checked {
    record Accepted(Referral referral) implements Checked {}

    /// @param problems by field name, as `painMonths` or `failedTherapies[1].what`, in words that
    ///     say how to mend it
    record Refused(Map<String, String> problems) implements Checked {
      public Refused {
        problems = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(problems));
      }
    }
  }

  /// Reads the form, or says beside each field what is wrong with it.
  ///
  /// @param zone the clinic's, in which dates are typed
  public Checked check(Actor enteredBy, Instant now, ZoneId zone) {
    var problems = new LinkedHashMap<String, String>();
    var name = required("referrerName", referrerName, "Enter who refers the patient.", problems);
    var diagnosis = PainDiagnosis.ofIndication(indication);
    if (diagnosis.isEmpty()) {
      problems.put("indication", "Choose the kind of pain; \"other\" is one of the choices.");
    }
    var pain = required("painInWords", painInWords, "Describe the pain in words.", problems);
    var months = months(problems);
    var received = received(now, zone, problems);
    var failed = failed(problems);
    var co = coTherapies(problems);
    if (!problems.isEmpty() || diagnosis.isEmpty() || months.isEmpty() || received.isEmpty()) {
      return new Checked.Refused(problems);
    }
    return new Checked.Accepted(
        new Referral(
            new Referrer(name, referrerOrganisation.strip(), referrerContact.strip()),
            diagnosis.get(),
            pain,
            months.get(),
            failed,
            co,
            received.get(),
            enteredBy));
  }

  private static String required(
      String field, String typed, String message, Map<String, String> problems) {
    var text = typed.strip();
    if (text.isEmpty()) {
      problems.put(field, message);
    } else if (text.length() > LONGEST_TEXT) {
      problems.put(field, "This text is too long; shorten it to what matters.");
    }
    return text;
  }

  private Optional<Integer> months(Map<String, String> problems) {
    try {
      int months = Integer.parseInt(painMonths.strip());
      if (months >= 0 && months <= MONTHS_IN_A_LONG_LIFE) {
        return Optional.of(months);
      }
      problems.put("painMonths", "This cannot be a number of months; enter, for example, 18.");
    } catch (NumberFormatException e) {
      problems.put("painMonths", "Enter the whole number of months the pain has lasted.");
    }
    return Optional.empty();
  }

  private Optional<Instant> received(Instant now, ZoneId zone, Map<String, String> problems) {
    try {
      var day = LocalDate.parse(receivedOn.strip());
      if (day.isAfter(now.atZone(zone).toLocalDate())) {
        problems.put("receivedOn", "This date is in the future.");
        return Optional.empty();
      }
      return Optional.of(day.atStartOfDay(zone).toInstant());
    } catch (DateTimeParseException e) {
      problems.put("receivedOn", "Enter the date on which the referral came.");
      return Optional.empty();
    }
  }

  private List<FailedTherapy> failed(Map<String, String> problems) {
    var all = new ArrayList<FailedTherapy>();
    for (int i = 0; i < failedTherapies.size(); i++) {
      var row = failedTherapies.get(i);
      if (row.what().isBlank() && row.howLong().isBlank()) {
        continue;
      }
      var field = "failedTherapies[" + i + "].";
      var what = required(field + "what", row.what(), "Enter what was tried.", problems);
      var kind = named(TherapyKind.values(), row.kind());
      if (kind.isEmpty()) {
        problems.put(field + "kind", "Choose what sort of therapy it was.");
      }
      var why = named(WhyStopped.values(), row.whyStopped());
      if (why.isEmpty()) {
        problems.put(field + "whyStopped", "Choose why it was stopped.");
      }
      if (kind.isPresent() && why.isPresent()) {
        all.add(new FailedTherapy(kind.get(), what, row.howLong().strip(), why.get()));
      }
    }
    return all;
  }

  private List<CoTherapy> coTherapies(Map<String, String> problems) {
    var all = new ArrayList<CoTherapy>();
    for (int i = 0; i < coTherapies.size(); i++) {
      var row = coTherapies.get(i);
      if (row.what().isBlank()) {
        continue;
      }
      var kind = named(TherapyKind.values(), row.kind());
      if (kind.isEmpty()) {
        problems.put("coTherapies[" + i + "].kind", "Choose what sort of therapy it is.");
      } else {
        all.add(new CoTherapy(kind.get(), row.what().strip()));
      }
    }
    return all;
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
    for (var each : all) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
