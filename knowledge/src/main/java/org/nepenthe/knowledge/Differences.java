package org.nepenthe.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nepenthe.evidence.Citation;
import org.nepenthe.evidence.Evidence;

/// What two versions of the knowledge say differently, entry by entry and value by value.
///
/// @param added entries that only the newer one has
/// @param removed entries that only the older one has
public record Differences(List<Entry> added, List<Entry> removed, List<ChangedEntry> changed) {
  public Differences {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /// An entry that both have and that says something else now.
  public record ChangedEntry(Entry before, Entry now, List<ChangedValue> values) {
    public ChangedEntry {
      values = List.copyOf(values);
    }
  }

  /// One value that differs.
  ///
  /// @param what where it stands: the period's first day and the path, or what else of the entry
  public record ChangedValue(String what, Optional<Said> before, Optional<Said> now) {}

  /// What one version says at a place, and on what it rests.
  public record Said(String words, List<Citation> citations) {
    public Said {
      citations = List.copyOf(citations);
    }
  }

  public boolean none() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  public static Differences between(KnowledgeBase before, KnowledgeBase now) {
    var added = now.entries().stream().filter(entry -> before.find(entry.id()).isEmpty()).toList();
    var removed =
        before.entries().stream().filter(entry -> now.find(entry.id()).isEmpty()).toList();
    var changed = new ArrayList<ChangedEntry>();
    for (var entry : now.entries()) {
      before
          .find(entry.id())
          .ifPresent(old -> {
            var values = changes(said(old), said(entry));
            if (!values.isEmpty()) {
              changed.add(new ChangedEntry(old, entry, values));
            }
          });
    }
    return new Differences(added, removed, changed);
  }

  private static List<ChangedValue> changes(Map<String, Said> before, Map<String, Said> now) {
    var places = new LinkedHashMap<String, Said>(before);
    places.putAll(now);
    var changes = new ArrayList<ChangedValue>();
    for (var place : places.keySet()) {
      var was = Optional.ofNullable(before.get(place));
      var is = Optional.ofNullable(now.get(place));
      if (!was.equals(is)) {
        changes.add(new ChangedValue(place, was, is));
      }
    }
    return changes;
  }

  /// Everything an entry says, by place.
  private static Map<String, Said> said(Entry entry) {
    var all = new LinkedHashMap<String, Said>();
    all.put("title", plain(entry.title()));
    all.put("kind", plain(entry.kind()));
    all.put("status", plain(entry.status().words()));
    for (var dated : entry.periods()) {
      var from = "from " + dated.period().from();
      all.put(
          from,
          plain(dated.period().until().map(day -> "until before " + day).orElse("without end")));
      all.put(from + ": use", plain(dated.values().use().words()));
      all.put(from + ": basis", sources(dated.values().evidence()));
      if (!dated.values().against().isEmpty()) {
        all.put(from + ": what speaks against it", sources(dated.values().against()));
      }
      ValuePath.fields(dated.values())
          .forEach((path, field) -> all.put(from + ": " + path, said(field, dated.values())));
    }
    return all;
  }

  private static Said said(Field field, Values around) {
    var evidence =
        switch (field) {
          case Amount amount -> amount.evidence();
          case Range range -> range.evidence();
          case Field.Text _,
              Field.Texts _,
              Field.Choice _,
              Field.Flag _,
              Field.Codes _,
              Field.References _,
              Field.Groups _ ->
              around.evidence();
        };
    return new Said(words(field), citations(evidence));
  }

  private static Said plain(String words) {
    return new Said(words, List.of());
  }

  private static Said sources(List<Evidence> evidence) {
    return new Said(
        evidence.stream()
            .map(each ->
                each.says()
                    + " ("
                    + each.read().plainWords()
                    + each.deviation().map(changed -> "; " + changed).orElse("")
                    + ")")
            .collect(Collectors.joining(" / ")),
        citations(evidence));
  }

  private static List<Citation> citations(List<Evidence> evidence) {
    return evidence.stream().map(Evidence::citation).distinct().toList();
  }

  /// A field as a reader reads it.
  public static String words(Field field) {
    return switch (field) {
      case Amount amount -> amount.words();
      case Range range ->
          range.inForce() ? range.words() : range.words() + " (" + range.use().words() + ")";
      case Field.Text(var text) -> text;
      case Field.Texts(var texts) -> String.join("; ", texts);
      case Field.Choice(var word) -> word.replace('-', ' ');
      case Field.Flag(var set) -> set ? "yes" : "no";
      case Field.Codes(var codes) ->
          codes.stream()
              .map(code -> code.display() + " (" + code.system() + " " + code.code() + ")")
              .collect(Collectors.joining("; "));
      case Field.References(var ids) -> String.join(", ", ids);
      case Field.Groups(var items) ->
          items.stream()
              .flatMap(item -> ValuePath.fields(item).values().stream().map(Differences::words))
              .collect(Collectors.joining("; "));
    };
  }
}
