package org.nepenthe.clinic.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.followup.Relief;
import org.nepenthe.care.outcome.Answers;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.knowledge.instrument.InstrumentCard;

/// What was typed into the forms of a look back.
public final class FollowUpFields {
  private FollowUpFields() {}

  /// The answers to each instrument that was answered at all. Half an instrument is refused beside
  /// the item that is missing; an instrument left out whole is left out.
  static List<Answers> answers(Form form, List<Instrument> instruments) {
    var all = new ArrayList<Answers>();
    for (var instrument : instruments) {
      var items = new HashMap<String, Integer>();
      for (var item : instrument.items()) {
        var typed = form.value(field(instrument, item));
        if (typed.matches("\\d{1,2}")) {
          items.put(item.key(), Integer.valueOf(typed));
        }
      }
      if (items.isEmpty()) {
        continue;
      }
      var answers = new Answers(instrument.id(), items);
      if (instrument.score(answers).number().isEmpty()) {
        instrument.items().stream()
            .filter(item -> !items.containsKey(item.key()))
            .forEach(item ->
                form.refuse(
                    field(instrument, item),
                    "Choose a number: half of the " + instrument.shortTitle() + " is no score."));
        if (!form.refused()) {
          form.refuse(
              field(instrument, instrument.items().getFirst()), "Choose numbers from its scale.");
        }
      }
      all.add(answers);
    }
    if (all.isEmpty()) {
      form.refuse(
          field(instruments.getFirst(), instruments.getFirst().items().getFirst()),
          "Answer at least one of the two.");
    }
    return all;
  }

  /// The answers to a questionnaire, those left out left out.
  static Answers answers(Form form, InstrumentCard card) {
    var items = new HashMap<String, Integer>();
    for (var item : card.items()) {
      card.answers().stream()
          .filter(answer -> Integer.toString(answer.value()).equals(form.value(field(card, item))))
          .forEach(answer -> items.put(item.key(), answer.value()));
    }
    return new Answers(card.id(), items);
  }

  /// The name of an item's field: `ins-phq9-sleep`.
  public static String field(InstrumentCard card, InstrumentCard.Item item) {
    return card.id().toLowerCase(java.util.Locale.ROOT) + "-" + item.key();
  }

  /// The name of an item's field: `fup-peg-01-pain`.
  public static String field(Instrument instrument, Instrument.Item item) {
    return instrument.id().toLowerCase(java.util.Locale.ROOT) + "-" + item.key();
  }

  static Optional<Relief> relief(Form form, ClinicTime time, Instant now, Instant notBefore) {
    return switch (form.value("relief")) {
      case "none" -> Optional.of(new Relief.NoRelief());
      case "lasting" -> Optional.of(new Relief.StillLasting());
      case "cannot-say" -> Optional.of(new Relief.CannotSay());
      case "ended" ->
          day(form, "ended-on", time, now, notBefore, "Say on which day the relief ended.")
              .map(Relief.Ended::new);
      default -> {
        form.refuse("relief", "Choose what the patient says.");
        yield Optional.empty();
      }
    };
  }

  /// A day that is neither in the future nor before something.
  static Optional<LocalDate> day(
      Form form, String field, ClinicTime time, Instant now, Instant notBefore, String ifMissing) {
    try {
      var day = LocalDate.parse(form.value(field));
      if (day.isAfter(time.dayOf(now))) {
        form.refuse(field, "This day is in the future.");
        return Optional.empty();
      }
      if (day.isBefore(time.dayOf(notBefore))) {
        form.refuse(field, "This day is before " + time.date(notBefore) + ".");
        return Optional.empty();
      }
      return Optional.of(day);
    } catch (DateTimeParseException _) {
      form.refuse(field, ifMissing);
      return Optional.empty();
    }
  }

  /// When something was on a day that was typed: now where it is today or left out, else noon.
  static Instant moment(Form form, String field, ClinicTime time, Instant now, Instant notBefore) {
    if (form.value(field).isBlank()) {
      return now;
    }
    return day(form, field, time, now, notBefore, "Write the day as 2026-03-05.")
        .filter(day -> !day.equals(time.dayOf(now)))
        .map(day -> day.atTime(LocalTime.NOON).atZone(time.zone()).toInstant())
        .orElse(now);
  }
}
