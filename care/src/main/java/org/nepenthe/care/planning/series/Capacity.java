package org.nepenthe.care.planning.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.planning.protocol.ProtocolCaps;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;

/// What the site has and how many it looks after at once.
///
/// @param ratio patients in chairs for each nurse on duty; empty where the site has not set it
/// @param nurses on duty at once; empty where the site has not set it
/// @param afterwards how long a chair stays taken after an infusion
/// @param says what is not known, in words for the page
public record Capacity(
    List<Chair> chairs,
    Optional<Amount> ratio,
    Optional<Amount> nurses,
    Amount afterwards,
    String says,
    Values values) {
  public static final String RULE = "PLN-SITE-01";

  public Capacity {
    chairs = List.copyOf(chairs);
  }

  /// A place for one patient.
  public record Chair(String name, String room) {}

  public static Capacity of(KnowledgeBase base, LocalDate day) {
    var values = base.entry(RULE).on(day).orElseThrow();
    return new Capacity(
        values.groups("chairs").stream()
            .map(chair -> new Chair(chair.text("name"), chair.text("room")))
            .toList(),
        ProtocolCaps.used(values, "patients-for-each-nurse"),
        ProtocolCaps.used(values, "nurses"),
        values.amount("chair-after-infusion"),
        values.text("says"),
        values);
  }

  /// How many patients may sit at once; empty where the site has not said.
  public Optional<Integer> mostAtOnce() {
    return ratio.flatMap(
        each -> nurses.map(number -> each.in("1").multiply(number.in("1")).intValue()));
  }
}
