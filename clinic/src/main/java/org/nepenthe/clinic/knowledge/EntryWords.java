package org.nepenthe.clinic.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.knowledge.Amount;
import org.nepenthe.knowledge.Code;
import org.nepenthe.knowledge.Entry;
import org.nepenthe.knowledge.Field;
import org.nepenthe.knowledge.Range;
import org.nepenthe.knowledge.Values;

/// Everything an entry says, to be searched, and every source it rests on.
final class EntryWords {
  private EntryWords() {}

  static String of(Entry entry) {
    var words = new ArrayList<String>(List.of(entry.id(), entry.title(), entry.kind()));
    entry.periods().forEach(period -> collect(period.values(), words));
    return String.join(" ", words.stream().distinct().toList()).toLowerCase(Locale.ROOT);
  }

  private static void collect(Values values, List<String> words) {
    values.fields().values().forEach(field -> collect(field, words));
    sources(Stream.concat(values.evidence().stream(), values.against().stream()), words);
  }

  private static void sources(Stream<Evidence> sources, List<String> words) {
    sources.forEach(evidence -> {
      words.add(evidence.says());
      words.add(evidence.citation().text());
    });
  }

  private static void collect(Field field, List<String> words) {
    switch (field) {
      case Amount amount -> {
        words.add(amount.plainWords());
        sources(amount.evidence().stream(), words);
      }
      case Range range -> {
        words.add(range.words());
        sources(range.evidence().stream(), words);
      }
      case Field.Text(var text) -> words.add(text);
      case Field.Texts(var texts) -> words.addAll(texts);
      case Field.Choice(var word) -> words.add(word);
      case Field.Flag _ -> {}
      case Field.Codes(var codes) -> codes.stream().map(Code::display).forEach(words::add);
      case Field.References(var ids) -> words.addAll(ids);
      case Field.Groups(var items) -> items.forEach(item -> collect(item, words));
    }
  }

  /// Every source of every value of an entry, for it and against it.
  static List<Evidence> evidence(Entry entry) {
    var all = new ArrayList<Evidence>();
    entry.periods().forEach(period -> sources(period.values(), all));
    return all;
  }

  private static void sources(Values values, List<Evidence> all) {
    all.addAll(values.evidence());
    all.addAll(values.against());
    for (var field : values.fields().values()) {
      switch (field) {
        case Amount amount -> all.addAll(amount.evidence());
        case Range range -> all.addAll(range.evidence());
        case Field.Groups(var items) -> items.forEach(item -> sources(item, all));
        case Field.Text _,
            Field.Texts _,
            Field.Choice _,
            Field.Flag _,
            Field.Codes _,
            Field.References _ -> {}
      }
    }
  }
}
