package org.nepenthe.care.planning.cotherapy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Medication;
import org.nepenthe.care.referral.CoTherapy;
import org.nepenthe.care.referral.TherapyKind;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.medicine.Interaction;
import org.nepenthe.knowledge.medicine.OnTheDay;
import org.nepenthe.knowledge.medicine.Route;

/// Everything that is given or done beside ketamine as chart and referral have it, with what the
/// knowledge says of each by the route of this protocol. It suggests; the prescriber agrees.
public final class Beside {
  private Beside() {}

  /// One therapy.
  ///
  /// @param from where it is known from: the chart or the referral
  /// @param recognised false for a medicine of which nobody has said what it is: what it does
  ///     beside ketamine is not known
  /// @param interactions the worst first
  /// @param suggested what the knowledge suggests; nothing is agreed by it
  public record Found(
      String what,
      String from,
      boolean recognised,
      List<Interaction> interactions,
      Stance suggested) {
    public Found {
      interactions = List.copyOf(interactions);
    }
  }

  /// Each therapy once, those of the chart first.
  ///
  /// @param route of the ketamine that is planned
  public static List<Found> of(
      List<Medication> medications,
      List<CoTherapy> coTherapies,
      Concepts concepts,
      KnowledgeBase base,
      LocalDate day,
      Route route) {
    var known = Interaction.all(base, day);
    var found = new LinkedHashMap<String, Found>();
    for (var medication : medications) {
      if (medication.status() != Medication.Status.STOPPED) {
        var matching =
            known.stream()
                .filter(interaction -> concepts.isOneOf(medication.drug(), interaction.concepts()))
                .toList();
        var what = medication.drug().display();
        found.putIfAbsent(
            what, found(what, "chart", !concepts.isUnmapped(medication.drug()), matching, route));
      }
    }
    for (var therapy : coTherapies) {
      var matching =
          known.stream()
              .filter(interaction -> interaction.concepts().stream().anyMatch(of(therapy)::equals))
              .toList();
      var what = therapy.kind().words() + ": " + therapy.what();
      found.putIfAbsent(what, found(what, "referral", recognised(therapy), matching, route));
    }
    return List.copyOf(found.values());
  }

  private static Found found(
      String what, String from, boolean recognised, List<Interaction> matching, Route route) {
    var sorted = new ArrayList<>(matching);
    sorted.sort(Comparator.comparing(interaction -> interaction.severity(route)));
    var suggested =
        !recognised
            ? Stance.ASK_PRESCRIBER
            : sorted.stream()
                .map(interaction -> stance(interaction.onTheDay()))
                .max(Comparator.comparingInt(Beside::caution))
                .orElse(Stance.GOES_ON);
    return new Found(what, from, recognised, sorted, suggested);
  }

  private static Stance stance(OnTheDay onTheDay) {
    return switch (onTheDay) {
      case TAKE_AS_USUAL -> Stance.GOES_ON;
      case HOLD, DO_NOT_START_IF_TAKEN -> Stance.HELD_ON_THE_DAY;
      case ASK_PRESCRIBER -> Stance.ASK_PRESCRIBER;
    };
  }

  private static int caution(Stance stance) {
    return switch (stance) {
      case GOES_ON -> 0;
      case TAPERED -> 1;
      case ASK_PRESCRIBER -> 2;
      case HELD_ON_THE_DAY -> 3;
      case STOPPED -> 4;
    };
  }

  /// The concept that a kind of therapy on the referral stands for; none for what is no medicine,
  /// or for a kind that does not say which.
  private static String of(CoTherapy therapy) {
    return switch (therapy.kind()) {
      case GABAPENTINOID -> "DRG-GABAPENTINOID";
      case OPIOID -> "DRG-OPIOID";
      case ANTIDEPRESSANT -> "DRG-ANTIDEPRESSANT";
      case ANTI_INFLAMMATORY,
          TOPICAL,
          OTHER_MEDICINE,
          PHYSIOTHERAPY,
          PSYCHOLOGICAL,
          INTERVENTION,
          NEUROMODULATION,
          SURGERY,
          OTHER ->
          "";
    };
  }

  /// "Other medicine" says that it is one and not which: what it does is not known.
  private static boolean recognised(CoTherapy therapy) {
    return therapy.kind() != TherapyKind.OTHER_MEDICINE && therapy.kind() != TherapyKind.OTHER;
  }
}
