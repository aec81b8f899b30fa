package org.nepenthe.clinic.knowledge;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.care.decision.Signature;
import org.nepenthe.care.decision.Signature.Meaning;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.clinic.security.SigningPassword;
import org.nepenthe.knowledge.Differences;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The versions of the knowledge: what each says differently, who signed it, and signing.
@Controller
final class VersionPages {
  private final KnowledgeVersions versions;
  private final KnowledgeApproval approval;
  private final CurrentActor actor;
  private final SigningPassword signing;
  private final InstantSource clock;
  private final ClinicTime time;

  VersionPages(
      KnowledgeVersions versions,
      KnowledgeApproval approval,
      CurrentActor actor,
      SigningPassword signing,
      InstantSource clock,
      ClinicTime time) {
    this.versions = versions;
    this.approval = approval;
    this.actor = actor;
    this.signing = signing;
    this.clock = clock;
    this.time = time;
  }

  @GetMapping("/knowledge/versions")
  String list(Model model) {
    model.addAttribute(
        "versions",
        versions.all().stream().map(each -> VersionView.of(each, versions, approval)).toList());
    model.addAttribute("approval", approval);
    return "knowledge/versions";
  }

  @GetMapping("/knowledge/versions/{hash}")
  String show(@PathVariable String hash, Model model) {
    return page(hash, Form.blank(), model);
  }

  @PostMapping("/knowledge/versions/{hash}/signatures")
  String sign(
      @PathVariable String hash,
      Form form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var version = view(hash);
    var meaning = form.choice("meaning", Meaning.class, "Choose what you sign.");
    var reason = form.text("reason", "Say what you looked at, or why.");
    if (!form.refused()) {
      signing
          .verify(actor.get(), form, "password")
          .ifPresent(signer -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var signature = new Signature(signer, now, meaning.orElseThrow(), reason.orElseThrow());
            versions
                .sign(version.stored().contentHash(), signature, form.key().toString())
                .ifPresent(why -> form.refuse("meaning", why));
          });
    }
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(hash, form, model);
    }
    Flash.done(redirect, done(meaning.orElseThrow(), version));
    return "redirect:" + version.path();
  }

  private String done(Meaning meaning, VersionView version) {
    if (meaning == Meaning.REVIEWED) {
      return "The review is signed. Another person has to approve this version.";
    }
    if (meaning == Meaning.APPROVED) {
      return version.inUse()
          ? "This version is approved and in use."
          : "This version is approved. It is in use from the next start of Nepenthe.";
    }
    return "The signature is withdrawn; this version is a draft again.";
  }

  /// What the second version says differently from the first.
  @GetMapping("/knowledge/versions/{before}/differences/{now}")
  String differences(@PathVariable String before, @PathVariable String now, Model model) {
    model.addAttribute("before", view(before));
    model.addAttribute("now", view(now));
    model.addAttribute("differences", Differences.between(base(before), base(now)));
    return "knowledge/differences";
  }

  /// An entry as an earlier version has it.
  @GetMapping("/knowledge/versions/{hash}/entries/{id}")
  String entry(@PathVariable String hash, @PathVariable String id, Model model) {
    var base = base(hash);
    var entry = base.find(id).orElseThrow(VersionPages::notFound);
    var area = base.areas().stream().filter(each -> each.name().equals(entry.area())).findFirst();
    model.addAttribute("version", view(hash));
    model.addAttribute(
        "view",
        new EntryView(
            entry,
            area.orElseThrow(VersionPages::notFound),
            List.of(),
            time.dayOf(clock.instant()),
            base));
    return "knowledge/old-entry";
  }

  private String page(String hash, Form form, Model model) {
    var version = view(hash);
    model.addAttribute("version", version);
    model.addAttribute("base", base(hash));
    model.addAttribute(
        "others",
        versions.all().stream()
            .filter(each -> !each.contentHash().equals(hash))
            .map(each -> VersionView.of(each, versions, approval))
            .toList());
    model.addAttribute(
        "hasPolicy", versions.snapshot(hash).flatMap(KnowledgeSnapshot::policy).isPresent());
    model.addAttribute(
        "mayTry",
        !version.inUse()
            && approval.inUse().sameFormAs(base(hash))
            && AccessRules.allows(actor.get().role(), "GET", version.path() + "/verdicts"));
    model.addAttribute("meanings", meanings(version));
    model.addAttribute("form", form);
    return "knowledge/version";
  }

  private Map<String, String> meanings(VersionView version) {
    var meanings = new LinkedHashMap<String, String>();
    for (var meaning : version.offeredTo(actor.get())) {
      meanings.put(
          meaning.name(),
          meaning == Meaning.REVIEWED
              ? "I have reviewed this version"
              : meaning == Meaning.APPROVED
                  ? "I approve this version for use at this site"
                  : "I withdraw what was signed");
    }
    return meanings;
  }

  private VersionView view(String hash) {
    return VersionView.of(
        versions.find(hash).orElseThrow(VersionPages::notFound), versions, approval);
  }

  private KnowledgeBase base(String hash) {
    return versions.base(hash).orElseThrow(VersionPages::notFound);
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
