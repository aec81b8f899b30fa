package org.nepenthe.care.screening.load;

import java.util.Comparator;
import java.util.List;
import org.nepenthe.care.screening.facts.ScreeningFacts;
import org.nepenthe.care.screening.facts.ScreeningFacts.Mention;
import org.nepenthe.knowledge.medicine.Interaction;
import org.nepenthe.knowledge.medicine.Route;
import org.nepenthe.knowledge.medicine.Severity;

/// Which known interactions bear on a patient, by the route of ketamine. A medicine by mouth can
/// change what is swallowed manyfold and what flows into a vein hardly at all.
public final class Interactions {
  private Interactions() {}

  /// An interaction with something on the list.
  ///
  /// @param listed entries of the chart that are taken
  /// @param doubtful entries of which the source does not say whether they are still taken
  public record Found(Interaction interaction, List<Mention> listed, List<Mention> doubtful) {
    public Found {
      listed = List.copyOf(listed);
      doubtful = List.copyOf(doubtful);
    }

    public Severity by(Route route) {
      return interaction.severity(route);
    }
  }

  /// Those with what is on the list, the gravest by any route first.
  public static List<Found> found(ScreeningFacts facts, List<Interaction> known) {
    return known.stream()
        .filter(interaction -> !interaction.concepts().isEmpty())
        .map(interaction -> {
          var mentions = facts.medicines(interaction.concepts());
          return new Found(interaction, mentions.stated(), mentions.doubtful());
        })
        .filter(found -> !found.listed().isEmpty() || !found.doubtful().isEmpty())
        .sorted(Comparator.comparing(Interactions::gravest))
        .toList();
  }

  /// The same for one planned route, without those that hardly matter by it.
  public static List<Found> byRoute(ScreeningFacts facts, List<Interaction> known, Route route) {
    return found(facts, known).stream()
        .filter(found -> found.by(route) != Severity.MINOR)
        .sorted(Comparator.comparing((Found found) -> found.by(route)))
        .toList();
  }

  /// Those which no chart shows, to be asked about.
  public static List<Interaction> toAsk(List<Interaction> known) {
    return known.stream().filter(interaction -> interaction.asks().isPresent()).toList();
  }

  private static Severity gravest(Found found) {
    return found.interaction().byRoute().values().stream()
        .map(Interaction.Weight::severity)
        .min(Comparator.naturalOrder())
        .orElse(Severity.NOT_STUDIED);
  }
}
