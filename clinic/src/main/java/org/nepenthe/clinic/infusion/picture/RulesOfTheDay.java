package org.nepenthe.clinic.infusion.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.nepenthe.care.alert.AlertRules;
import org.nepenthe.care.alert.Monitoring;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.knowledge.KnowledgeBase;

/// What the knowledge base says about infusions on a day, read once a day.
public final class RulesOfTheDay {
  private final KnowledgeBase knowledge;
  private final ZoneId zone;
  private volatile Day day;

  /// @param now from whose day on it is read
  public RulesOfTheDay(KnowledgeBase knowledge, ZoneId zone, Instant now) {
    this.knowledge = knowledge;
    this.zone = zone;
    this.day = read(now.atZone(zone).toLocalDate());
  }

  public InfusionRules infusion(Instant at) {
    return on(at).infusion();
  }

  public Monitoring monitoring(Instant at) {
    return on(at).monitoring();
  }

  private Day on(Instant at) {
    var date = at.atZone(zone).toLocalDate();
    var known = day;
    if (!known.date().equals(date)) {
      known = read(date);
      day = known;
    }
    return known;
  }

  private Day read(LocalDate date) {
    var infusion = InfusionRules.of(knowledge, date);
    return new Day(
        date, infusion, new Monitoring(AlertRules.of(knowledge, date), infusion.schedule()));
  }

  private record Day(LocalDate date, InfusionRules infusion, Monitoring monitoring) {}
}
