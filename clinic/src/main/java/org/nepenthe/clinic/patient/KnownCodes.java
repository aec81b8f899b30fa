package org.nepenthe.clinic.patient;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.nepenthe.care.chart.Concepts;
import org.nepenthe.care.chart.Vocabulary;
import org.nepenthe.care.decision.Coded;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// The codes which the knowledge in force today has a meaning for.
@Component
public class KnownCodes implements Vocabulary {
  private final KnowledgeBase knowledge;
  private final InstantSource clock;
  private final ZoneId zone;
  private final AtomicReference<@Nullable OfDay> latest = new AtomicReference<>();

  KnownCodes(KnowledgeBase knowledge, InstantSource clock, ZoneId zone) {
    this.knowledge = knowledge;
    this.clock = clock;
    this.zone = zone;
  }

  /// The concepts in force today, made once a day.
  public Concepts today() {
    var day = LocalDate.ofInstant(clock.instant(), zone);
    var made = latest.get();
    if (made != null && made.day().equals(day)) {
      return made.concepts();
    }
    var concepts = Concepts.of(knowledge, day);
    latest.set(new OfDay(day, concepts));
    return concepts;
  }

  @Override
  public Coded classify(String system, String code, String display) {
    return today().classify(system, code, display);
  }

  private record OfDay(LocalDate day, Concepts concepts) {}
}
