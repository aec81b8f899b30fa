package org.nepenthe.clinic.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nepenthe.care.consent.ConsentForm;
import org.nepenthe.care.consent.ConsentSigned;
import org.nepenthe.care.consent.ConsentState;
import org.nepenthe.care.consent.ConsentWithdrawn;
import org.nepenthe.care.consent.TeachBack;
import org.nepenthe.care.consent.TeachBackAnswered;
import org.nepenthe.care.consent.TeachBackState;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.clinic.consent.ConsentView.Deed;
import org.nepenthe.clinic.course.Course;
import org.nepenthe.clinic.course.Courses;
import org.nepenthe.clinic.course.Journeys;
import org.nepenthe.clinic.course.Step;
import org.nepenthe.clinic.knowledge.KnowledgeApproval;
import org.nepenthe.clinic.patient.PatientBanners;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.ChangedMeanwhile;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.screening.Screenings;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.clinic.security.SigningPassword;
import org.nepenthe.knowledge.KnowledgeBase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where the patient reads and signs, before a witness who signs with their password.
@Controller
final class ConsentPages {
  private final Courses courses;
  private final Journeys journeys;
  private final Screenings screenings;
  private final PatientBanners banners;
  private final KnowledgeBase knowledge;
  private final KnowledgeApproval approval;
  private final SigningPassword signing;
  private final ClinicTime time;

  ConsentPages(
      Courses courses,
      Journeys journeys,
      Screenings screenings,
      PatientBanners banners,
      KnowledgeBase knowledge,
      KnowledgeApproval approval,
      SigningPassword signing,
      ClinicTime time) {
    this.courses = courses;
    this.journeys = journeys;
    this.screenings = screenings;
    this.banners = banners;
    this.knowledge = knowledge;
    this.approval = approval;
    this.signing = signing;
    this.time = time;
  }

  @GetMapping("/courses/{course}/consent")
  String show(@PathVariable UUID course, Model model) {
    var found = courses.get(course);
    return page(found, blank(found), blank(found), model);
  }

  /// The patient's answers to the questions that are still open.
  @PostMapping("/courses/{course}/consent/questions")
  String answer(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    refuseIfBlocked(found);
    var understood = understood(found);
    TeachBackFields.refuseIfOtherQuestions(understood.set(), form, found.path("consent"));
    var given = TeachBackFields.read(understood.open(), form);
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(found, blank(found), form, model);
    }
    var set = understood.set();
    courses.append(
        found,
        form.key(),
        form.version(),
        new TeachBackAnswered(
            set.id(), set.version(), set.contentHash(), given, courses.actor(), courses.now()));
    if (given.stream().allMatch(TeachBackAnswered.Given::right)) {
      Flash.done(redirect, "Every question is answered. The consent may be signed.");
    } else {
      Flash.note(redirect, "Explain what was not understood, and ask again.");
    }
    return "redirect:" + found.path("consent");
  }

  @PostMapping("/courses/{course}/consent")
  String sign(
      @PathVariable UUID course,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var found = courses.get(course);
    var text = text();
    refuseIfBlocked(found);
    refuseIfAnotherText(found, text, form);
    refuseUnlessUnderstood(found);
    var signedBy = form.text("signedBy", "Write the name as the patient signed it.");
    if (!form.has("explained", "yes")) {
      form.refuse("explained", "Explain the text first; the signature is only worth that much.");
    }
    var witness =
        form.refused()
            ? Optional.<Actor>empty()
            : signing.verify(courses.actor(), form, "password");
    if (signedBy.isEmpty() || witness.isEmpty()) {
      form.refuse("password", "Enter your password again: this is a signature.");
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(found, form, blank(found), model);
    }
    var now = courses.now();
    courses.append(
        found,
        form.key(),
        form.version(),
        new ConsentSigned(
            text.id(),
            text.version(),
            text.contentHash(),
            signedBy.get(),
            new Signature(witness.get(), now, Signature.Meaning.WITNESSED_CONSENT, ""),
            now));
    Flash.done(redirect, "The consent is signed and stored with the version that was read.");
    return "redirect:" + found.path("consent");
  }

  @PostMapping("/courses/{course}/consent/withdraw")
  String withdraw(@PathVariable UUID course, Form form, RedirectAttributes redirect) {
    var found = courses.get(course);
    courses.append(
        found,
        form.key(),
        form.version(),
        new ConsentWithdrawn(form.optionalText("words"), courses.actor(), courses.now()));
    Flash.done(redirect, "The withdrawal is recorded. Nothing may start without a new consent.");
    return "redirect:" + found.path("consent");
  }

  private void refuseIfBlocked(Course course) {
    if (!screenings.standing(course).mayProceed()) {
      throw new ChangedMeanwhile(
          "The screening of this course",
          "Consent is signed once the patient is eligible by the facts as they are now.",
          course.path("consent"));
    }
  }

  private void refuseUnlessUnderstood(Course course) {
    if (!understood(course).passed()) {
      throw new ChangedMeanwhile(
          "The questions to the patient",
          "Consent is signed once the patient has answered every question rightly.",
          course.path("consent"));
    }
  }

  private TeachBackState understood(Course course) {
    var now = courses.now();
    return TeachBackState.of(course.events(), TeachBack.of(knowledge, time.dayOf(now)), now);
  }

  /// The words that were on the screen are the words that are signed.
  private static void refuseIfAnotherText(Course course, ConsentForm text, Form form) {
    if (!form.value("text").equals(text.contentHash())) {
      throw new ChangedMeanwhile(
          "The consent text",
          "Version " + text.version() + " is in force now. Read it with the patient.",
          course.path("consent"));
    }
  }

  private String page(Course course, Form sign, Form answers, Model model) {
    model.addAttribute("patient", banners.of(course.patient()));
    model.addAttribute("steps", journeys.steps(course, Step.CONSENT));
    model.addAttribute("view", view(course, sign, answers));
    return "consent/consent";
  }

  private ConsentView view(Course course, Form sign, Form answers) {
    var text = text();
    var standing = screenings.standing(course);
    boolean maySend =
        AccessRules.forRequest("POST", course.path("consent"))
            .map(access -> access.allows(courses.actor().role()))
            .orElse(false);
    return new ConsentView(
        course,
        text,
        approval.approved() ? approval.standing() : knowledge.entry(text.id()).status().words(),
        ConsentState.of(course.events(), text, courses.now()),
        understood(course),
        standing.standsInTheWay(),
        standing.noSerialInfusions(),
        history(course),
        sign,
        answers,
        blank(course),
        maySend);
  }

  private static List<Deed> history(Course course) {
    var deeds = new ArrayList<Deed>();
    for (var event : course.events()) {
      if (event instanceof ConsentSigned signed) {
        deeds.addFirst(new Deed.Signing(signed));
      } else if (event instanceof ConsentWithdrawn withdrawn) {
        deeds.addFirst(new Deed.Withdrawing(withdrawn));
      } else if (event instanceof TeachBackAnswered answered) {
        deeds.addFirst(new Deed.Answering(answered));
      }
    }
    return deeds;
  }

  private ConsentForm text() {
    return ConsentForm.offLabel(knowledge, time.dayOf(courses.now()));
  }

  private static Form blank(Course course) {
    return Form.blank().expecting(course.version());
  }
}
