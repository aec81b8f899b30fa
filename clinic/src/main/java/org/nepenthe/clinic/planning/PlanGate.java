package org.nepenthe.clinic.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nepenthe.care.consent.ConsentForm;
import org.nepenthe.care.consent.ConsentState;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.knowledge.KnowledgeApproval;
import org.nepenthe.clinic.knowledge.KnowledgeNotApproved;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.screening.Screenings;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/// What has to be there before a plan may be made or signed: an eligible patient who consents.
@Component
public final class PlanGate {
  private final KnowledgeBase knowledge;
  private final KnowledgeApproval approval;
  private final ClinicTime time;
  private final Screenings screenings;

  PlanGate(
      KnowledgeBase knowledge, KnowledgeApproval approval, ClinicTime time, Screenings screenings) {
    this.knowledge = knowledge;
    this.approval = approval;
    this.time = time;
    this.screenings = screenings;
  }

  /// What is missing, each with the page that supplies it.
  public record Missing(String sentence, String path, String link) {}

  /// Whether a dose may be worked out at all.
  boolean knowledgeMayDecide() {
    return approval.mayDecide();
  }

  public List<Missing> missing(Course course, Instant at) {
    var missing = new ArrayList<Missing>();
    if (!approval.mayDecide()) {
      missing.add(
          new Missing(
              KnowledgeNotApproved.SENTENCE, KnowledgeNotApproved.PATH, "Approve the knowledge"));
    }
    var screening = screenings.standing(course);
    var effective = screening.effective();
    if (effective.isEmpty()) {
      missing.add(
          new Missing(
              "Eligibility was not assessed.", course.path("screening"), "Screen the patient"));
    } else if (!effective.get().mayProceed()) {
      missing.add(
          new Missing(
              "The patient is not eligible as things stand: "
                  + effective.get().eligibility().words()
                  + ".",
              course.path("screening"),
              "Look at the verdict"));
    } else if (!screening.mayProceed()) {
      missing.add(
          new Missing(
              "The facts have changed since eligibility was assessed."
                  + screening.sentence().map(words -> " " + words).orElse(""),
              course.path("screening"),
              "Assess again"));
    } else if (effective.get().noSerialInfusions() && !course.planning().infusions().isEmpty()) {
      missing.add(
          new Missing(
              "An override allows one infusion only, and it was given.",
              course.path("screening"),
              "Look at the override"));
    }
    var form = ConsentForm.offLabel(knowledge, time.dayOf(at));
    if (!ConsentState.of(course.events(), form, at).consents()) {
      missing.add(
          new Missing(
              "The patient has not signed the consent that is in force.",
              course.path("consent"),
              "Take consent"));
    }
    return missing;
  }
}
