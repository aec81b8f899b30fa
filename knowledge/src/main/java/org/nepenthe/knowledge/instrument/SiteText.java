package org.nepenthe.knowledge.instrument;

import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.YamlNode;

/// The text of an instrument that this base may not ship, put in by a site that has the owner's
/// permission.
///
/// ```yaml
/// instrument: INS-DN4
/// permission: "from whom, when, for what"
/// items:
///   burning: "the published words"
/// ```
///
/// @param permission from whom the site has it; shown beside the text
/// @param items the published words by item key, in the order of the file
public record SiteText(String instrument, String permission, Map<String, String> items) {
  public SiteText {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /// Reads one file, strictly.
  ///
  /// @param cards the instruments it may belong to
  /// @throws BrokenFile with file and line where the instrument is not one whose text the site puts
  ///     in, or where an item is missing, empty or unknown
  public static SiteText read(String file, InputStream bytes, List<InstrumentCard> cards) {
    var root = YamlNode.read(file, bytes).onlyKeys("instrument", "permission", "items");
    var id = root.get("instrument");
    var card =
        cards.stream()
            .filter(each -> each.id().equals(id.text()))
            .findFirst()
            .orElseThrow(() -> id.broken("no instrument has the id '" + id.text() + "'"));
    if (card.text() == WhoseText.SHIPPED) {
      throw id.broken("the published text of " + card.shortTitle() + " is shipped already");
    }
    var items = items(root.get("items"), card);
    return new SiteText(card.id(), root.get("permission").text(), items);
  }

  private static Map<String, String> items(YamlNode node, InstrumentCard card) {
    var items = new LinkedHashMap<String, String>();
    node.fields().forEach((key, words) -> items.put(key, words.text()));
    var known =
        card.items().stream()
            .map(InstrumentCard.Item::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (items.isEmpty()) {
      throw node.broken("there is no item");
    }
    if (!known.isEmpty() && !known.equals(items.keySet())) {
      throw node.broken(card.shortTitle() + " has the items " + known);
    }
    return items;
  }
}
