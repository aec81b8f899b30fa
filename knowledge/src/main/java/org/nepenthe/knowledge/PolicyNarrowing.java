package org.nepenthe.knowledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.evidence.Certainty;
import org.nepenthe.evidence.Citation;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.SourceType;
import org.nepenthe.evidence.Strength;
import org.nepenthe.evidence.YamlNode;

/// The knowledge while one change of a site's policy after another is applied to it. A change that
/// would widen anything is refused and leaves everything as it was.
final class PolicyNarrowing {
  private final KnowledgeBase shipped;
  private final Citation citation;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<SiteChange> done = new ArrayList<>();
  private final Set<String> places = new HashSet<>();

  /// @param citation what the changed values rest on from now on
  PolicyNarrowing(KnowledgeBase shipped, Citation citation) {
    this.shipped = shipped;
    this.citation = citation;
    shipped.entries().forEach(entry -> entries.put(entry.id(), entry));
  }

  Map<String, Entry> entries() {
    return entries;
  }

  /// What was changed so far.
  List<SiteChange> done() {
    return done;
  }

  void apply(PolicyChange change) {
    var entry = entries.get(change.entry().text());
    if (entry == null) {
      throw change.entry().broken("no entry has the id '" + change.entry().text() + "'");
    }
    var period = period(change, entry);
    var path = change.path().map(YamlNode::text).orElse("");
    if (!places.add(entry.id() + " " + period.period().from() + " " + path)) {
      throw change.node().broken("'" + entry.id() + " " + path + "' is changed twice");
    }
    var values =
        change.path().isEmpty() ? whole(change, entry, period) : one(change, entry, period);
    entries.put(entry.id(), with(entry, new Entry.Dated(period.period(), values)));
  }

  private static Entry.Dated period(PolicyChange change, Entry entry) {
    if (change.period().isEmpty() && entry.periods().size() > 1) {
      throw change
          .node()
          .broken("'" + entry.id() + "' has several periods: say by 'period' which is meant");
    }
    return entry.periods().stream()
        .filter(dated -> change.period().map(dated.period().from()::equals).orElse(true))
        .findFirst()
        .orElseThrow(
            () -> change.node().broken("'" + entry.id() + "' has no period from that day"));
  }

  private Values whole(PolicyChange change, Entry entry, Entry.Dated period) {
    var values = period.values();
    if (values.use() == Use.IN_FORCE) {
      throw change.node().broken("'" + entry.id() + "' is in force as it is shipped");
    }
    if (values.use() == Use.OFF && !shipped.switchingOnNarrows(entry)) {
      throw change
          .node()
          .broken(
              "switching '"
                  + entry.id()
                  + "' on would widen: it is shipped as '"
                  + Use.OFF.words()
                  + "', and nothing says that such an entry only restricts");
    }
    done.add(
        new SiteChange(
            entry.id(),
            period.period().from(),
            "",
            values.use().words(),
            Use.IN_FORCE.words(),
            change.reason()));
    return inForce(values, values.use(), own(change, values.use().words()));
  }

  private static Values inForce(Values values, Use was, Evidence site) {
    var fields = new LinkedHashMap<String, Field>();
    values.fields().forEach((key, field) -> fields.put(key, inForce(field, was, site)));
    var evidence = new ArrayList<Evidence>(List.of(site));
    evidence.addAll(values.evidence());
    return new Values(fields, evidence, values.against(), Use.IN_FORCE);
  }

  private static Field inForce(Field field, Use was, Evidence site) {
    return switch (field) {
      case Amount amount when amount.use() == was ->
          replaced(amount, amount.value(), Use.IN_FORCE, site);
      case Range range when range.use() == was ->
          replaced(range, range.from(), range.to(), Use.IN_FORCE, site);
      case Field.Groups(var items) ->
          new Field.Groups(
              items.stream()
                  .map(item -> item.use() == was ? inForce(item, was, site) : item)
                  .toList());
      case Amount _,
          Range _,
          Field.Text _,
          Field.Texts _,
          Field.Choice _,
          Field.Flag _,
          Field.Codes _,
          Field.References _ ->
          field;
    };
  }

  private Values one(PolicyChange change, Entry entry, Entry.Dated period) {
    var node = change.path().orElseThrow();
    var path = node.text();
    var field = ValuePath.fields(period.values()).get(path);
    if (field == null) {
      throw node.broken(
          "'"
              + entry.id()
              + "' has no value '"
              + path
              + "', it has "
              + ValuePath.fields(period.values()).keySet());
    }
    var direction = shipped.direction(entry, path, field).orElse(Direction.FIXED);
    if (direction == Direction.FIXED) {
      throw node.broken(
          "nothing says which way '" + path + "' is narrower, so no site may change it");
    }
    var now =
        switch (field) {
          case Amount amount -> amount(change, amount, direction);
          case Range range -> range(change, range);
          case Field.Text _,
              Field.Texts _,
              Field.Choice _,
              Field.Flag _,
              Field.Codes _,
              Field.References _,
              Field.Groups _ ->
              throw node.broken("'" + path + "' is no number");
        };
    done.add(
        new SiteChange(
            entry.id(),
            period.period().from(),
            path,
            Differences.words(field),
            Differences.words(now),
            change.reason()));
    return ValuePath.with(period.values(), path, now);
  }

  private Amount amount(PolicyChange change, Amount shipped, Direction direction) {
    requireShipped(change.shipped().orElseThrow(), shipped.value(), shipped.words());
    var now = change.set().map(YamlNode::decimal).orElse(shipped.value());
    var at = change.set().orElse(change.node());
    if (shipped.use() != Use.OFF && !direction.allows(now, shipped.value())) {
      throw at.broken(
          "'"
              + change.path().orElseThrow().text()
              + "' set to "
              + Range.written(now)
              + " would widen: shipped is '"
              + shipped.words()
              + "', and "
              + direction.words());
    }
    if (now.signum() <= 0 && shipped.value().signum() > 0) {
      throw at.broken("expected a number above 0, shipped is '" + shipped.words() + "'");
    }
    var use = Use.IN_FORCE;
    refuseNothing(change, now.compareTo(shipped.value()) == 0 && use == shipped.use());
    return replaced(shipped, now, use, own(change, shipped.words()));
  }

  private Range range(PolicyChange change, Range shipped) {
    var looked = change.shipped().orElseThrow().onlyKeys("from", "to");
    requireShipped(looked.get("from"), shipped.from(), shipped.words());
    requireShipped(looked.get("to"), shipped.to(), shipped.words());
    change.set().ifPresent(node -> node.onlyKeys("from", "to"));
    var from = change.set().map(node -> node.get("from").decimal()).orElse(shipped.from());
    var to = change.set().map(node -> node.get("to").decimal()).orElse(shipped.to());
    var at = change.set().orElse(change.node());
    if (to.compareTo(from) < 0) {
      throw at.broken("the range ends below its beginning");
    }
    if (!shipped.contains(from) || !shipped.contains(to)) {
      throw at.broken(
          "'"
              + change.path().orElseThrow().text()
              + "' set to "
              + Range.written(from)
              + " to "
              + Range.written(to)
              + " would widen: shipped is '"
              + shipped.words()
              + "', and "
              + Direction.INSIDE.words());
    }
    var use = Use.IN_FORCE;
    boolean same = from.compareTo(shipped.from()) == 0 && to.compareTo(shipped.to()) == 0;
    refuseNothing(change, same && use == shipped.use());
    return replaced(shipped, from, to, use, own(change, shipped.words()));
  }

  private static void refuseNothing(PolicyChange change, boolean nothing) {
    if (nothing) {
      throw change.node().broken("this is what is shipped: nothing would change");
    }
  }

  /// A policy is made against what its authors saw. Where that has changed they look again.
  private static void requireShipped(YamlNode looked, BigDecimal shipped, String words) {
    if (looked.decimal().compareTo(shipped) != 0) {
      throw looked.broken(
          "the site looked at " + looked.text() + ", but shipped is '" + words + "': look again");
    }
  }

  private Evidence own(PolicyChange change, String shippedWords) {
    return new Evidence(
        citation,
        SourceType.SITE_POLICY,
        Strength.NONE,
        Certainty.NONE,
        ReadDepth.PRIMARY,
        change.reason(),
        Optional.of("decided by this site; shipped is: " + shippedWords));
  }

  private static Amount replaced(Amount shipped, BigDecimal value, Use use, Evidence site) {
    return new Amount(
        value, shipped.unit(), shipped.breachedWhen(), use, first(site, shipped.evidence()));
  }

  private static Range replaced(
      Range shipped, BigDecimal from, BigDecimal to, Use use, Evidence site) {
    return new Range(from, to, shipped.unit(), use, first(site, shipped.evidence()));
  }

  private static List<Evidence> first(Evidence site, List<Evidence> shipped) {
    var all = new ArrayList<Evidence>(List.of(site));
    all.addAll(shipped);
    return all;
  }

  private static Entry with(Entry entry, Entry.Dated changed) {
    var periods =
        entry.periods().stream()
            .map(dated -> dated.period().equals(changed.period()) ? changed : dated)
            .toList();
    return new Entry(
        entry.id(), entry.area(), entry.title(), entry.kind(), entry.status(), periods);
  }
}
