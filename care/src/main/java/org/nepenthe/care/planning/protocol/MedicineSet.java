package org.nepenthe.care.planning.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// Medicines that go with a protocol, before the infusion or for rescue, as they were published. A
/// set is read and not ordered here: a dose that nobody could read is none.
///
/// @param when in words
/// @param lacks what is not known about it, in a sentence; never empty
public record MedicineSet(
    String id,
    String title,
    Purpose purpose,
    String when,
    List<Line> lines,
    String lacks,
    List<Evidence> evidence,
    List<Evidence> against) {
  public MedicineSet {
    lines = List.copyOf(lines);
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
  }

  /// What a set is for, in the order in which it is needed.
  public enum Purpose {
    PREMEDICATION,
    RESCUE
  }

  /// One medicine.
  ///
  /// @param dose in words with its unit; empty where none could be read, or the site has it off
  /// @param times how often it is given; empty where once, or not said
  /// @param meantFor empty where the source does not say
  public record Line(
      String medicine,
      String route,
      Optional<String> dose,
      Optional<String> times,
      Optional<String> meantFor) {}

  /// The sets bound to a protocol on a day, premedication first; empty where none was published
  /// with it.
  public static List<MedicineSet> of(KnowledgeBase knowledge, String protocol, LocalDate day) {
    return knowledge.ofKind("medicine-set").stream()
        .flatMap(entry ->
            entry
                .on(day)
                .filter(values -> values.references("with-protocol").contains(protocol))
                .map(values -> of(entry, values))
                .stream())
        .sorted(java.util.Comparator.comparing(MedicineSet::purpose))
        .toList();
  }

  private static MedicineSet of(Entry entry, Values values) {
    return new MedicineSet(
        entry.id(),
        entry.title(),
        values.choice("purpose", Purpose.class),
        values.text("when"),
        values.groups("medicines").stream().map(MedicineSet::line).toList(),
        values.text("lacks"),
        values.evidence(),
        values.against());
  }

  private static Line line(Values item) {
    return new Line(
        item.text("medicine"),
        item.choice("route"),
        ProtocolCaps.used(item, "dose").map(Amount::words),
        ProtocolCaps.used(item, "times").map(times -> times.value().toPlainString()),
        item.findText("meant-for"));
  }
}
