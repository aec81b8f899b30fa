package org.nepenthe.knowledge.regimen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.Use;
import org.nepenthe.knowledge.Values;

/// A published way of giving ketamine, to be read and compared. It is not an order: only a protocol
/// can be ordered, and a regimen names the one that was made of it, or says why there is none.
///
/// @param number `P01` to `P30`, as the evidence counts them
/// @param moiety in words; milligrams of the two are never compared
/// @param indications ids of the indications it was tried in
/// @param total what it adds up to in an adult of 70 kg, where that can be computed
/// @param lacks what could not be found out, or does not exist
public record ReferenceRegimen(
    String id,
    String number,
    String title,
    String moiety,
    String route,
    String sourceIs,
    String population,
    String setting,
    List<String> indications,
    List<Figure> doses,
    List<Figure> lengths,
    Optional<Amount> sessions,
    List<Amount> caps,
    String schedule,
    List<Beside> beside,
    List<Figure> total,
    String outcome,
    List<String> lacks,
    Orderable orderable,
    List<Evidence> evidence,
    List<Evidence> against) {
  /// The kind of entry this reads.
  public static final String KIND = "reference-regimen";

  public ReferenceRegimen {
    indications = List.copyOf(indications);
    doses = List.copyOf(doses);
    lengths = List.copyOf(lengths);
    caps = List.copyOf(caps);
    beside = List.copyOf(beside);
    total = List.copyOf(total);
    lacks = List.copyOf(lacks);
    evidence = List.copyOf(evidence);
    against = List.copyOf(against);
  }

  /// A number of the regimen and what it is.
  ///
  /// @param what for example `maximum`
  /// @param words the number or range with its unit and note, as a reader sees it
  /// @param use not in force where nobody could read it
  public record Figure(String what, String words, Use use, List<Evidence> evidence) {
    public Figure {
      evidence = List.copyOf(evidence);
    }
  }

  /// A medicine given with it.
  public record Beside(String medicine, String words) {}

  /// Whether it can be ordered.
  public sealed interface Orderable {
    /// @param protocol id of the protocol
    record As(String protocol) implements Orderable {}

    record Not(String because) implements Orderable {}
  }

  /// Every regimen in force on a day, in the order of the evidence.
  public static List<ReferenceRegimen> all(KnowledgeBase base, LocalDate day) {
    return base.ofKind(KIND).stream()
        .flatMap(entry -> entry.on(day).map(values -> of(entry, values)).stream())
        .toList();
  }

  public static Optional<ReferenceRegimen> find(KnowledgeBase base, LocalDate day, String id) {
    return all(base, day).stream().filter(regimen -> regimen.id().equals(id)).findFirst();
  }

  private static ReferenceRegimen of(Entry entry, Values values) {
    return new ReferenceRegimen(
        entry.id(),
        values.text("number"),
        entry.title(),
        words(values, "moiety"),
        words(values, "route"),
        words(values, "source-is"),
        values.text("population"),
        words(values, "setting"),
        values.references("indications"),
        figures(values, "doses"),
        figures(values, "lengths"),
        values.findSetting("sessions"),
        values.groups("caps").stream().map(item -> item.setting("cap")).toList(),
        values.text("schedule"),
        values.groups("beside").stream().map(ReferenceRegimen::beside).toList(),
        figures(values, "total"),
        values.text("outcome"),
        values.texts("lacks"),
        orderable(values),
        values.evidence(),
        values.against());
  }

  private static String words(Values values, String key) {
    return values.choice(key).replace('-', ' ');
  }

  private static Orderable orderable(Values values) {
    return values
        .findText("not-ordered-because")
        .<Orderable>map(Orderable.Not::new)
        .orElseGet(() -> new Orderable.As(values.references("ordered-as").getFirst()));
  }

  private static List<Figure> figures(Values values, String key) {
    return values.groups(key).stream().map(ReferenceRegimen::figure).toList();
  }

  private static Figure figure(Values values) {
    var note = values.findText("note").map(words -> ", " + words).orElse("");
    var what = words(values, "what");
    return values
        .findSetting("amount")
        .map(
            amount -> new Figure(what, amount.plainWords() + note, amount.use(), amount.evidence()))
        .orElseGet(() -> ranged(what, values.findRange("range").orElseThrow(), note));
  }

  private static Figure ranged(String what, Range range, String note) {
    return new Figure(what, range.words() + note, range.use(), range.evidence());
  }

  private static Beside beside(Values values) {
    var route = " " + words(values, "route");
    var dose =
        values.findSetting("dose").map(amount -> amount.plainWords()).orElse("dose not known,");
    var times =
        values.findSetting("times").map(amount -> ", " + amount.plainWords() + " times").orElse("");
    return new Beside(values.text("medicine"), dose + route + times);
  }
}
