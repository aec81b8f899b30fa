package org.nepenthe.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.EffectivePeriod;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.evidence.YamlNode;

/// Reads the entries of a knowledge base, and remembers what only the whole base can check: which
/// citations were used, and which other entries were named.
final class EntryReader {
  /// Keys that every period may have beside its kind's fields.
  static final Set<String> OWN_KEYS = Set.of("effective", "until", "evidence", "against", "use");

  private final Map<String, Unit> units;
  private final Citations citations;
  private final Set<String> citationsUsed = new HashSet<>();
  private final List<YamlNode> referencesMade = new ArrayList<>();

  EntryReader(Map<String, Unit> units, Citations citations) {
    this.units = units;
    this.citations = citations;
  }

  Set<String> citationsUsed() {
    return citationsUsed;
  }

  /// The places where another entry's id was written.
  List<YamlNode> referencesMade() {
    return referencesMade;
  }

  Entry read(String area, YamlNode root, Map<String, KindShape> kinds) {
    root.onlyKeys("id", "title", "kind", "status", "values");
    var kind = root.get("kind");
    var shape = kinds.get(kind.text());
    if (shape == null) {
      throw kind.broken("the area '" + area + "' declares no kind '" + kind.text() + "'");
    }
    var id = root.get("id");
    if (!root.file().endsWith("/" + id.text() + ".yaml")) {
      throw id.broken("the file must be named after its id '" + id.text() + "'");
    }
    var values = root.get("values");
    if (values.items().isEmpty()) {
      throw values.broken("an entry needs at least one period of values");
    }
    var dated = new ArrayList<Entry.Dated>();
    for (var item : values.items()) {
      var next = dated(item, shape);
      for (var earlier : dated) {
        if (earlier.period().overlaps(next.period())) {
          throw item.broken(
              "this period overlaps the one from "
                  + earlier.period().from()
                  + " of the same entry");
        }
      }
      dated.add(next);
    }
    dated.sort(Comparator.comparing(period -> period.period().from()));
    return new Entry(
        id.text(),
        area,
        root.get("title").text(),
        kind.text(),
        root.get("status").oneOf(Status.class),
        dated);
  }

  private Entry.Dated dated(YamlNode node, KindShape shape) {
    var evidence = evidence(node.get("evidence"));
    var use = node.find("use").map(word -> word.oneOf(Use.class)).orElse(Use.IN_FORCE);
    var against = node.find("against").map(this::evidence).orElse(List.of());
    var period = period(node);
    return new Entry.Dated(
        period, new Values(fields(node, shape, OWN_KEYS, evidence, use), evidence, against, use));
  }

  private static EffectivePeriod period(YamlNode node) {
    var from = node.get("effective").date();
    var until = node.find("until");
    try {
      return new EffectivePeriod(from, until.map(YamlNode::date));
    } catch (IllegalArgumentException e) {
      throw until.orElse(node).broken(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, Field> fields(
      YamlNode node, KindShape shape, Set<String> ownKeys, List<Evidence> evidence, Use use) {
    var fields = new LinkedHashMap<String, Field>();
    node.fields()
        .forEach((key, value) -> {
          var field = shape.fields().get(key);
          if (field != null) {
            fields.put(key, field(value, field.type(), evidence, use));
          } else if (!ownKeys.contains(key)) {
            throw value.broken(
                "unknown key '"
                    + key
                    + "', the kind has "
                    + new ArrayList<>(shape.fields().keySet().stream().sorted().toList()));
          }
        });
    shape
        .fields()
        .forEach((key, field) -> {
          if (field.required() && !fields.containsKey(key)) {
            throw node.broken("key '" + key + "' is missing");
          }
        });
    shape.refuseUnlessExactlyOne(node, fields.keySet());
    return fields;
  }

  private Field field(YamlNode node, KindShape.FieldType type, List<Evidence> evidence, Use use) {
    return switch (type) {
      case KindShape.FieldType.OneOf(var words) -> choice(node, words);
      case KindShape.FieldType.AmountIn(var units) -> {
        refuseOtherUnit(node, units);
        yield amount(node, evidence, use);
      }
      case KindShape.FieldType.RangeIn(var units) -> {
        refuseOtherUnit(node, units);
        yield range(node, evidence, use);
      }
      case KindShape.FieldType.ListOf(var item) ->
          new Field.Groups(
              node.items().stream().map(each -> group(each, item, evidence, use)).toList());
      case KindShape.FieldType.Plain plain ->
          switch (plain) {
            case TEXT -> new Field.Text(node.text());
            case TEXTS -> new Field.Texts(node.items().stream().map(YamlNode::text).toList());
            case AMOUNT -> amount(node, evidence, use);
            case RANGE -> range(node, evidence, use);
            case FLAG -> new Field.Flag(node.flag());
            case CODES -> new Field.Codes(node.items().stream().map(EntryReader::code).toList());
            case REF -> new Field.References(List.of(reference(node)));
            case REFS -> new Field.References(node.items().stream().map(this::reference).toList());
          };
    };
  }

  /// An item of a list may bring sources of its own; otherwise those of the whole period are its.
  private Values group(YamlNode node, KindShape shape, List<Evidence> around, Use useAround) {
    var evidence = node.find("evidence").map(this::evidence).orElse(around);
    var use = node.find("use").map(word -> word.oneOf(Use.class)).orElse(useAround);
    var against = node.find("against").map(this::evidence).orElse(List.of());
    return new Values(
        fields(node, shape, Set.of("evidence", "against", "use"), evidence, use),
        evidence,
        against,
        use);
  }

  private static Field.Choice choice(YamlNode node, List<String> words) {
    if (!words.contains(node.text())) {
      throw node.broken("expected one of " + words + ", found '" + node.text() + "'");
    }
    return new Field.Choice(node.text());
  }

  private Amount amount(YamlNode node, List<Evidence> around, Use useAround) {
    node.onlyKeys("value", "unit", "breached-when", "use", "evidence");
    var evidence = node.find("evidence").map(this::evidence).orElse(around);
    var use = node.find("use").map(word -> word.oneOf(Use.class)).orElse(useAround);
    refuseUnverified(node, evidence, use);
    return new Amount(
        node.get("value").decimal(),
        unit(node.get("unit")),
        node.find("breached-when").map(EntryReader::comparison),
        use,
        evidence);
  }

  private Range range(YamlNode node, List<Evidence> around, Use useAround) {
    node.onlyKeys("from", "to", "unit", "use", "evidence");
    var evidence = node.find("evidence").map(this::evidence).orElse(around);
    var use = node.find("use").map(word -> word.oneOf(Use.class)).orElse(useAround);
    refuseUnverified(node, evidence, use);
    var from = node.get("from").decimal();
    var to = node.get("to");
    if (to.decimal().compareTo(from) < 0) {
      throw to.broken("the range ends below its beginning");
    }
    return new Range(from, to.decimal(), unit(node.get("unit")), use, evidence);
  }

  /// A caller of this kind counts in certain units: another one would be a number tenfold off.
  private static void refuseOtherUnit(YamlNode node, List<String> units) {
    var unit = node.get("unit");
    if (!units.contains(unit.text())) {
      throw unit.broken("expected a unit of " + units + ", found '" + unit.text() + "'");
    }
  }

  private static void refuseUnverified(YamlNode node, List<Evidence> evidence, Use use) {
    if (use == Use.IN_FORCE && evidence.stream().allMatch(Evidence::unverified)) {
      throw node.broken(
          "a number nobody verified cannot be in force: use 'off' or 'site-must-confirm'");
    }
  }

  private Unit unit(YamlNode node) {
    var unit = units.get(node.text());
    if (unit == null) {
      throw node.broken("units.yaml has no unit '" + node.text() + "'");
    }
    return unit;
  }

  private static Comparison comparison(YamlNode node) {
    for (var comparison : Comparison.values()) {
      if (comparison.sign().equals(node.text())) {
        return comparison;
      }
    }
    throw node.broken("expected one of >, >=, <, <=, found '" + node.text() + "'");
  }

  private static Code code(YamlNode node) {
    node.onlyKeys("system", "code", "display");
    return new Code(node.get("system").text(), node.get("code").text(), node.get("display").text());
  }

  private String reference(YamlNode node) {
    referencesMade.add(node);
    return node.text();
  }

  private List<Evidence> evidence(YamlNode node) {
    var blocks = node.isList() ? node.items() : List.of(node);
    if (blocks.isEmpty()) {
      throw new BrokenFile(node.file(), node.line(), "the list of evidence is empty");
    }
    var evidence = blocks.stream().map(citations::evidence).toList();
    evidence.forEach(each -> citationsUsed.add(each.citation().key()));
    return evidence;
  }
}
