package org.nepenthe.clinic.knowledge;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Area;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.Field;
import org.nepenthe.knowledge.KnowledgeBase;
import org.nepenthe.knowledge.Values;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// Where everybody reads what the system knows, and where it knows it from.
@Controller
final class KnowledgePages {
  /// What an entry may say of itself in a word.
  private static final List<String> TELLING = List.of("bearing", "grade", "verdict", "priority");

  private final KnowledgeBase knowledge;
  private final KnowledgeApproval approval;
  private final InstantSource clock;
  private final ClinicTime time;
  private final List<AreaView> areas;

  KnowledgePages(
      KnowledgeBase knowledge, KnowledgeApproval approval, InstantSource clock, ClinicTime time) {
    this.knowledge = knowledge;
    this.approval = approval;
    this.clock = clock;
    this.time = time;
    this.areas = knowledge.areas().stream().map(area -> view(area, knowledge)).toList();
  }

  @GetMapping("/knowledge")
  String areas(
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "source", defaultValue = "") String source,
      @RequestParam(name = "read", defaultValue = "") String read,
      @RequestParam(name = "strength", defaultValue = "") String strength,
      Model model) {
    var wanted = Wanted.of(words, source, read, strength, knowledge);
    model.addAttribute("areas", wanted.anything() ? wanted.in(areas) : areas);
    model.addAttribute("wanted", wanted);
    model.addAttribute("total", areas.stream().mapToInt(area -> area.lines().size()).sum());
    model.addAttribute("knowledge", knowledge);
    model.addAttribute("approval", approval);
    return "knowledge/areas";
  }

  @GetMapping("/knowledge/citations")
  String citations(Model model) {
    model.addAttribute("rows", CitationRow.all(knowledge));
    return "knowledge/citations";
  }

  @GetMapping("/knowledge/{id}")
  String entry(@PathVariable String id, Model model) {
    var entry =
        knowledge.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("approval", approval);
    var area = knowledge.areas().stream().filter(a -> a.name().equals(entry.area())).findFirst();
    model.addAttribute(
        "view",
        new EntryView(
            entry, area.orElseThrow(), usedBy(id), time.dayOf(clock.instant()), knowledge));
    return "knowledge/entry";
  }

  private List<Entry> usedBy(String id) {
    return knowledge.entries().stream()
        .filter(other -> other.periods().stream().anyMatch(period -> refersTo(period.values(), id)))
        .toList();
  }

  private static boolean refersTo(Values values, String id) {
    return values.fields().values().stream()
        .anyMatch(field ->
            (field instanceof Field.References(var ids) && ids.contains(id))
                || (field instanceof Field.Groups(var items)
                    && items.stream().anyMatch(item -> refersTo(item, id))));
  }

  private static AreaView view(Area area, KnowledgeBase knowledge) {
    return new AreaView(
        area, knowledge.inArea(area.name()).stream().map(KnowledgePages::line).toList());
  }

  private static AreaView.Line line(Entry entry) {
    var sources = EntryWords.evidence(entry);
    return new AreaView.Line(
        entry.id(),
        entry.title(),
        EntryView.words(entry.kind()),
        note(entry.periods().getLast().values().fields()),
        sources.stream().anyMatch(Evidence::unverified),
        EntryWords.of(entry),
        sources.stream().map(source -> source.citation().key()).collect(Collectors.toSet()),
        sources.stream().map(Evidence::read).collect(Collectors.toSet()),
        sources.stream().map(Evidence::strength).collect(Collectors.toSet()));
  }

  private static String note(Map<String, Field> fields) {
    return TELLING.stream()
        .flatMap(key -> Stream.ofNullable(fields.get(key)).map(field -> noted(key, field)))
        .filter(note -> !note.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String noted(String key, Field field) {
    if (!(field instanceof Field.Choice(var word))) {
      return "";
    }
    var words = word.replace('-', ' ');
    if (!key.equals("grade")) {
      return words;
    }
    return words.equals("none") ? "no grade" : "grade " + words;
  }
}
