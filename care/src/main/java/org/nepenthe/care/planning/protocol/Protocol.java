package org.nepenthe.care.planning.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nepenthe.care.planning.order.WeightBasis;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;
import org.nepenthe.quantity.Moiety;
import org.nepenthe.quantity.WeightNormalisedDose;

/// An orderable intravenous protocol, as the knowledge has it on a day.
///
/// @param weight which weight its dose for each kilogram is meant for
/// @param weightSays how that is known
/// @param indications entries of the knowledge it is meant for
/// @param caps limits of its own beside the highest dose; nobody exceeds them
/// @param notKnown what nobody has shown about it, to be read before it is chosen
/// @param against what speaks against it
public record Protocol(
    String id,
    String title,
    Moiety moiety,
    WeightNormalisedDose lowest,
    WeightNormalisedDose highest,
    BigDecimal shortestMinutes,
    BigDecimal longestMinutes,
    BigDecimal offeredMinutes,
    String sessions,
    String notKnown,
    WeightBasis weight,
    String weightSays,
    List<String> indications,
    ProtocolCaps caps,
    List<Evidence> evidence,
    List<Evidence> against) {
  public Protocol {
    indications = List.copyOf(indications);
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
  }

  /// All protocols in force on a day, in the order of the knowledge.
  public static List<Protocol> all(KnowledgeBase knowledge, LocalDate day) {
    return knowledge.ofKind("intravenous-protocol").stream()
        .flatMap(entry -> entry.on(day).map(values -> of(entry, values)).stream())
        .toList();
  }

  public static Optional<Protocol> find(KnowledgeBase knowledge, String id, LocalDate day) {
    return all(knowledge, day).stream().filter(protocol -> protocol.id().equals(id)).findFirst();
  }

  private static Protocol of(Entry entry, Values values) {
    var dose = values.range("dose");
    var minutes = values.range("minutes");
    return new Protocol(
        entry.id(),
        entry.title(),
        Moiety.valueOf(values.choice("moiety").toUpperCase(Locale.ROOT).replace('-', '_')),
        new WeightNormalisedDose(dose.from()),
        new WeightNormalisedDose(dose.to()),
        minutes.from(),
        minutes.to(),
        values.amount("offered-minutes").in("min"),
        values.text("sessions"),
        values.text("not-known"),
        values.choice("weight", WeightBasis.class),
        values.findText("weight-says").orElse(""),
        values.references("indications"),
        ProtocolCaps.of(values),
        values.evidence(),
        values.against());
  }
}
