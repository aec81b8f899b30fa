package org.nepenthe.clinic.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nepenthe.clinic.knowledge.KnowledgeApproval;
import org.nepenthe.clinic.knowledge.KnowledgeVersions;
import org.nepenthe.clinic.knowledge.VersionView;
import org.nepenthe.clinic.platform.form.Form;
import org.nepenthe.clinic.platform.web.Flash;
import org.nepenthe.clinic.screening.VerdictsUnder;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.clinic.security.CurrentActor;
import org.nepenthe.knowledge.Differences;
import org.nepenthe.knowledge.KnowledgeSnapshot;
import org.nepenthe.knowledge.Loosened;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Writing a policy, or bringing a file in; checking it; seeing what it would change; submitting
/// it.
@Controller
final class PolicyPages {
  static final String PATH = "/knowledge/site-policy";
  private static final String TEXT = "text";
  private static final String FILE = "file";

  /// A policy is a page or two.
  private static final int MOST_CHARACTERS = 200_000;

  private final KnowledgeApproval approval;
  private final KnowledgeVersions versions;
  private final VerdictsUnder verdicts;
  private final CurrentActor actor;
  private final List<PolicyLine> lines;
  private final Path file;

  PolicyPages(
      KnowledgeApproval approval,
      KnowledgeVersions versions,
      VerdictsUnder verdicts,
      CurrentActor actor,
      @Value("${nepenthe.home}") Path home) {
    this.approval = approval;
    this.versions = versions;
    this.verdicts = verdicts;
    this.actor = actor;
    this.lines = PolicyLine.of(approval.shipped().base());
    this.file = home.resolve(KnowledgeSnapshot.policyFile());
  }

  @GetMapping(PATH)
  String show(Model model) {
    model.addAttribute("base", approval.inUse());
    model.addAttribute("approval", approval);
    model.addAttribute("lines", lines);
    model.addAttribute(
        "drafts",
        versions.all().stream()
            .map(each -> VersionView.of(each, versions, approval))
            .filter(each -> each.submission().isPresent())
            .toList());
    model.addAttribute(
        "file", Files.exists(file) ? Optional.of(file.toString()) : Optional.empty());
    model.addAttribute("mayWrite", AccessRules.allows(actor.get().role(), "POST", PATH + "/check"));
    model.addAttribute("form", Form.blank());
    return "policy/site-policy";
  }

  /// The form, filled with what holds now.
  @GetMapping(PATH + "/write")
  String write(Model model) {
    return form(PolicyText.filled(lines, approval.inUse()), model);
  }

  @PostMapping(PATH + "/write")
  String written(Form form, Model model, HttpServletResponse response) {
    var text = PolicyText.of(lines, form, approval.shipped());
    if (form.refused()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(form, model);
    }
    return checked(text, Form.blank(), model, response);
  }

  /// A file, or the text as it stands on the page.
  @PostMapping(PATH + "/check")
  String check(
      @RequestParam(name = FILE, required = false) @Nullable MultipartFile sent,
      Form form,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var text =
        sent == null || sent.isEmpty()
            ? form.value(TEXT)
            : new String(sent.getInputStream().readNBytes(MOST_CHARACTERS), StandardCharsets.UTF_8);
    return checked(text, form, model, response);
  }

  /// Keeps a version with this policy as a draft. Whatever is wrong with it, it is not kept.
  @PostMapping(PATH + "/drafts")
  String submit(Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
    var text = normal(form.value(TEXT));
    var checked = check(text);
    var effect = checked.effect().filter(each -> !each.differences().none());
    if (effect.isEmpty()) {
      return checked(text, form, model, response);
    }
    versions.submit(effect.get().narrowed(), actor.get(), form.key().toString());
    Flash.done(redirect, "The policy is submitted as a draft. Nothing has changed yet.");
    return "redirect:/knowledge/versions/" + effect.get().narrowed().base().contentHash();
  }

  @GetMapping("/knowledge/versions/{hash}/policy")
  ResponseEntity<String> download(@PathVariable String hash) {
    var policy =
        versions.snapshot(hash).flatMap(KnowledgeSnapshot::policy).orElseThrow(this::notFound);
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(KnowledgeSnapshot.policyFile())
                .build()
                .toString())
        .body(policy);
  }

  /// What a version would do to the verdicts of today.
  @GetMapping("/knowledge/versions/{hash}/verdicts")
  String effect(@PathVariable String hash, Model model) {
    var stored = versions.find(hash).orElseThrow(this::notFound);
    var snapshot = versions.snapshot(hash).orElseThrow(this::notFound);
    if (!approval.inUse().sameFormAs(snapshot.base())) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "This software cannot decide with that version.");
    }
    model.addAttribute("version", VersionView.of(stored, versions, approval));
    model.addAttribute("effect", effect(snapshot));
    model.addAttribute("verdicts", verdicts.compare(snapshot.base()));
    return "policy/verdicts";
  }

  private String form(Form form, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("areas", approval.shipped().base().areas());
    model.addAttribute("lines", lines);
    return "policy/write";
  }

  private String checked(String typed, Form form, Model model, HttpServletResponse response) {
    var text = normal(typed);
    var checked = check(text);
    if (!checked.faults().isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
    model.addAttribute("form", form.with(TEXT, text));
    model.addAttribute("checked", checked);
    model.addAttribute(
        "verdicts", checked.effect().map(each -> verdicts.compare(each.narrowed().base())));
    return "policy/check";
  }

  private CheckedPolicy check(String text) {
    var shipped = approval.shipped();
    var faults = shipped.faults(text);
    return new CheckedPolicy(
        text,
        faults,
        faults.isEmpty() ? Optional.of(effect(shipped.narrowedBy(text))) : Optional.empty());
  }

  private CheckedPolicy.Effect effect(KnowledgeSnapshot narrowed) {
    return new CheckedPolicy.Effect(
        narrowed,
        Differences.between(approval.inUse(), narrowed.base()),
        Loosened.between(approval.inUse(), narrowed.base()));
  }

  /// A browser sends every line end as two characters; the file has one.
  private static String normal(String text) {
    return text.replace("\r\n", "\n");
  }

  private ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
