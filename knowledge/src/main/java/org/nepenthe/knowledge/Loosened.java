package org.nepenthe.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A value that one version has less careful than another: a policy cannot widen what is shipped,
/// but a new one can take back what an earlier one had narrowed.
///
/// @param path as in [ValuePath]
public record Loosened(Entry entry, String path, String before, String now) {
  /// Every such value of the entries that both have, in the order of the newer one.
  public static List<Loosened> between(KnowledgeBase before, KnowledgeBase now) {
    var all = new ArrayList<Loosened>();
    for (var entry : now.entries()) {
      before.find(entry.id()).ifPresent(old -> collect(old, entry, now, all));
    }
    return List.copyOf(all);
  }

  private static void collect(Entry old, Entry entry, KnowledgeBase now, List<Loosened> all) {
    for (var dated : entry.periods()) {
      old.periods().stream()
          .filter(earlier -> earlier.period().equals(dated.period()))
          .findFirst()
          .ifPresent(earlier -> {
            var was = ValuePath.fields(earlier.values());
            ValuePath.fields(dated.values())
                .forEach((path, field) ->
                    Optional.ofNullable(was.get(path))
                        .filter(there -> looser(there, field, now.direction(entry, path, field)))
                        .ifPresent(there ->
                            all.add(
                                new Loosened(
                                    entry,
                                    path,
                                    Differences.words(there),
                                    Differences.words(field)))));
          });
    }
  }

  private static boolean looser(Field before, Field now, Optional<Direction> direction) {
    return switch (now) {
      case Amount is when before instanceof Amount was ->
          (was.use() == Use.IN_FORCE && is.use() != Use.IN_FORCE)
              || direction
                  .filter(way -> way != Direction.FIXED)
                  .filter(way -> !way.allows(is.value(), was.value()))
                  .isPresent();
      case Range is when before instanceof Range was ->
          (was.use() == Use.IN_FORCE && is.use() != Use.IN_FORCE)
              || !was.contains(is.from())
              || !was.contains(is.to());
      case Amount _,
          Range _,
          Field.Text _,
          Field.Texts _,
          Field.Choice _,
          Field.Flag _,
          Field.Codes _,
          Field.References _,
          Field.Groups _ ->
          false;
    };
  }
}
