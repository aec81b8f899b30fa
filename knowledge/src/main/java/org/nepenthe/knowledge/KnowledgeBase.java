package org.nepenthe.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citation;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.YamlNode;

/// What medicine knows, as the clinic uses it: read strictly, whole, and never changed afterwards.
/// Two bases with the same content hash say the same.
public final class KnowledgeBase {
  private final String version;
  private final String contentHash;
  private final List<Area> areas;
  private final Map<String, Entry> byId;
  private final Map<String, Citation> citations;
  private final Directions directions;
  private final Map<String, KindShape> kinds;
  private final List<SiteChange> siteChanges;

  private KnowledgeBase(
      String version,
      String contentHash,
      List<Area> areas,
      Map<String, Entry> byId,
      Map<String, Citation> citations,
      Directions directions,
      Map<String, KindShape> kinds,
      List<SiteChange> siteChanges) {
    this.version = version;
    this.contentHash = contentHash;
    this.areas = List.copyOf(areas);
    this.byId = Collections.unmodifiableMap(byId);
    this.citations = citations;
    this.directions = directions;
    this.kinds = Map.copyOf(kinds);
    this.siteChanges = List.copyOf(siteChanges);
  }

  /// The base this module ships. Everything in it is a draft.
  public static KnowledgeBase shipped() {
    return load(KnowledgeFiles.shipped());
  }

  /// Reads a whole base.
  ///
  /// @throws BrokenFile naming file, line and reason, at the first thing that is wrong
  public static KnowledgeBase load(KnowledgeFiles files) {
    return new Loading(files).whole();
  }

  /// The same knowledge, narrowed as the site's policy says. The content hash covers the policy.
  ///
  /// @throws BrokenFile naming file, line and reason, where a change widens anything, is about
  ///     something that is not there, or was made against another shipped value
  public static KnowledgeBase load(KnowledgeFiles files, YamlNode sitePolicy) {
    var loading = new Loading(files);
    return loading.narrowed(loading.whole(), SitePolicy.read(sitePolicy), sitePolicy);
  }

  public String version() {
    return version;
  }

  /// SHA-256 of what all files say, in hexadecimal.
  public String contentHash() {
    return contentHash;
  }

  public List<Area> areas() {
    return areas;
  }

  /// Every entry, area by area in the order the areas list them.
  public List<Entry> entries() {
    return List.copyOf(byId.values());
  }

  public List<Entry> inArea(String area) {
    return byId.values().stream().filter(entry -> entry.area().equals(area)).toList();
  }

  public List<Entry> ofKind(String kind) {
    return byId.values().stream().filter(entry -> entry.kind().equals(kind)).toList();
  }

  public Optional<Entry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The entry of a known id.
  ///
  /// @throws IllegalArgumentException where there is none
  public Entry entry(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("the knowledge has no entry '" + id + "'"));
  }

  public Map<String, Citation> citations() {
    return citations;
  }

  /// Which way a value is narrower; empty where nobody said, so that no site may change it.
  ///
  /// @param path as in [ValuePath]
  public Optional<Direction> direction(Entry entry, String path, Field field) {
    return directions.of(entry.kind(), path, field);
  }

  /// Whether switching an entry of this kind on can only make the clinic more careful.
  public boolean switchingOnNarrows(Entry entry) {
    return directions.switchingOnNarrows(entry.kind());
  }

  /// Whether code that reads one base can read the other: the same kinds with the same fields, and
  /// the same entries. Only what the values say may differ.
  public boolean sameFormAs(KnowledgeBase other) {
    return kinds.equals(other.kinds) && form().equals(other.form());
  }

  private Map<String, String> form() {
    var form = new LinkedHashMap<String, String>();
    byId.forEach((id, entry) -> form.put(id, entry.area() + "/" + entry.kind()));
    return form;
  }

  /// What the site's policy changed, in the order of its file; empty without a policy.
  public List<SiteChange> siteChanges() {
    return siteChanges;
  }

  /// What the site's policy changed of one entry.
  public List<SiteChange> siteChanges(String entry) {
    return siteChanges.stream().filter(change -> change.entry().equals(entry)).toList();
  }

  /// One reading of one base.
  private static final class Loading {
    private final KnowledgeFiles files;
    private final Map<String, YamlNode> read = new LinkedHashMap<>();
    private final List<Area> areas = new ArrayList<>();
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, KindShape> shapes = new LinkedHashMap<>();
    private final Directions.Reading directions = new Directions.Reading();

    Loading(KnowledgeFiles files) {
      this.files = files;
    }

    KnowledgeBase whole() {
      var root = open("knowledge.yaml").onlyKeys("version", "areas");
      var citationsRoot = open("citations.yaml");
      var citations = Citations.read(citationsRoot);
      var reader = new EntryReader(units(open("units.yaml")), citations);
      for (var name : root.get("areas").items()) {
        area(name.text(), reader);
      }
      refuseDanglingReferences(reader);
      refuseUnusedCitations(citationsRoot, reader);
      return new KnowledgeBase(
          root.get("version").text(),
          ContentHash.of(read),
          areas,
          byId,
          citations.byKey(),
          directions.all(),
          shapes,
          List.of());
    }

    KnowledgeBase narrowed(KnowledgeBase shipped, SitePolicy policy, YamlNode root) {
      var narrowed = policy.narrow(shipped);
      remember(SitePolicy.FILE, root);
      var citations = new LinkedHashMap<>(shipped.citations);
      citations.put(policy.citation().key(), policy.citation());
      return new KnowledgeBase(
          shipped.version + " with site policy " + policy.version(),
          ContentHash.of(read),
          areas,
          narrowed.entries(),
          Map.copyOf(citations),
          shipped.directions,
          shipped.kinds,
          narrowed.changes());
    }

    private void area(String name, EntryReader reader) {
      var root = open(name + "/area.yaml").onlyKeys("title", "about", "kinds", "narrower", "files");
      areas.add(new Area(name, root.get("title").text(), root.get("about").text()));
      var kinds = new LinkedHashMap<String, KindShape>();
      root.get("kinds").fields().forEach((kind, node) -> kinds.put(kind, KindShape.read(node)));
      kinds.forEach((kind, shape) -> shapes.put(name + "/" + kind, shape));
      root.find("narrower").ifPresent(node -> directions.read(node, kinds));
      var listed = new HashSet<String>();
      for (var file : root.get("files").items()) {
        if (!listed.add(file.text())) {
          throw file.broken("the file '" + file.text() + "' is listed twice");
        }
        var entry = reader.read(name, open(name + "/" + file.text(), file), kinds);
        if (byId.putIfAbsent(entry.id(), entry) != null) {
          throw file.broken("the id '" + entry.id() + "' is already taken by another area");
        }
      }
    }

    private void refuseDanglingReferences(EntryReader reader) {
      for (var reference : reader.referencesMade()) {
        if (!byId.containsKey(reference.text())) {
          throw reference.broken("no entry has the id '" + reference.text() + "'");
        }
      }
    }

    private static void refuseUnusedCitations(YamlNode root, EntryReader reader) {
      root.fields()
          .forEach((key, node) -> {
            if (!reader.citationsUsed().contains(key)) {
              throw node.broken("nothing cites '" + key + "'");
            }
          });
    }

    private static Map<String, Unit> units(YamlNode root) {
      var units = new LinkedHashMap<String, Unit>();
      root.fields()
          .forEach((code, node) -> {
            node.onlyKeys("shown", "meaning");
            var shown = node.find("shown").map(YamlNode::text).orElse("");
            units.put(code, new Unit(code, shown));
          });
      return units;
    }

    private YamlNode open(String path) {
      try (var bytes = files.open(path)) {
        return remember(path, YamlNode.read("knowledge/" + path, bytes));
      } catch (IOException e) {
        throw new BrokenFile("knowledge/" + path, 1, "cannot be read: " + e.getMessage());
      }
    }

    private YamlNode open(String path, YamlNode listedAt) {
      try (var bytes = files.open(path)) {
        return remember(path, YamlNode.read("knowledge/" + path, bytes));
      } catch (IOException e) {
        throw listedAt.broken("cannot be read: " + e.getMessage());
      }
    }

    private YamlNode remember(String path, YamlNode root) {
      read.put(path, root);
      return root;
    }
  }
}
