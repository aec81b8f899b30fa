package org.nepenthe.clinic.reading;

import java.time.InstantSource;
import java.time.LocalDate;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.instrument.DiagnosticCriteria;
import org.nepenthe.knowledge.instrument.InstrumentCard;
import org.nepenthe.knowledge.medicine.Interaction;
import org.nepenthe.knowledge.medicine.OpioidFactor;
import org.nepenthe.knowledge.medicine.Route;
import org.nepenthe.knowledge.regimen.ReferenceRegimen;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The knowledge laid out by subject, to be read side by side. Each row leads to its entry, where
/// every number stands with its source.
@Controller
final class ReadingPages {
  private final KnowledgeBase knowledge;
  private final InstantSource clock;
  private final ClinicTime time;
  private final SiteTexts texts;

  ReadingPages(KnowledgeBase knowledge, InstantSource clock, ClinicTime time, SiteTexts texts) {
    this.texts = texts;
    this.knowledge = knowledge;
    this.clock = clock;
    this.time = time;
  }

  @GetMapping("/knowledge/regimens")
  String regimens(Model model) {
    model.addAttribute("regimens", ReferenceRegimen.all(knowledge, today()));
    return "reading/regimens";
  }

  @GetMapping("/knowledge/interactions")
  String interactions(Model model) {
    model.addAttribute("interactions", Interaction.all(knowledge, today()));
    model.addAttribute("routes", Route.values());
    return "reading/interactions";
  }

  @GetMapping("/knowledge/opioids")
  String opioids(Model model) {
    model.addAttribute("convertible", OpioidFactor.convertible(knowledge, today()));
    model.addAttribute("notConvertible", OpioidFactor.notConvertible(knowledge, today()));
    return "reading/opioids";
  }

  @GetMapping("/knowledge/instruments")
  String instruments(Model model) {
    model.addAttribute("cards", InstrumentCard.all(knowledge, today()));
    model.addAttribute("texts", texts.byInstrument());
    model.addAttribute("folder", texts.folder().toString());
    model.addAttribute(
        "budapest", DiagnosticCriteria.of(knowledge, DiagnosticCriteria.BUDAPEST, today()));
    return "reading/instruments";
  }

  /// For patients, to be printed.
  @GetMapping("/education")
  String education(Model model) {
    model.addAttribute("questions", PatientQuestion.all(knowledge, today()));
    model.addAttribute("version", knowledge.version());
    return "reading/education";
  }

  private LocalDate today() {
    return time.dayOf(clock.instant());
  }
}
