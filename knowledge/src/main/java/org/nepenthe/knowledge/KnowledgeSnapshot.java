package org.nepenthe.knowledge;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.YamlNode;

/// Every file of one version of the knowledge, word for word, with the site's policy where there is
/// one: enough to read that version again at any later time.
public final class KnowledgeSnapshot {
  private final SortedMap<String, String> files;
  private final KnowledgeBase base;

  private KnowledgeSnapshot(Map<String, String> files) {
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    var shipped = (KnowledgeFiles) this::open;
    this.base =
        this.files.containsKey(SitePolicy.FILE)
            ? KnowledgeBase.load(shipped, policy(this.files.get(SitePolicy.FILE)))
            : KnowledgeBase.load(shipped);
  }

  /// Reads a version again from its files.
  ///
  /// @throws org.nepenthe.evidence.BrokenFile at the first thing that is wrong
  public static KnowledgeSnapshot of(Map<String, String> files) {
    return new KnowledgeSnapshot(files);
  }

  /// What is shipped, without a policy.
  public static KnowledgeSnapshot shipped() {
    return of(KnowledgeFiles.shipped());
  }

  /// Every file that reading the base opens.
  public static KnowledgeSnapshot of(KnowledgeFiles source) {
    var files = new TreeMap<String, String>();
    var _ =
        KnowledgeBase.load(path -> {
          try (var bytes = source.open(path)) {
            var content = bytes.readAllBytes();
            files.put(path, new String(content, StandardCharsets.UTF_8));
            return new ByteArrayInputStream(content);
          }
        });
    return new KnowledgeSnapshot(files);
  }

  /// The same files with a site's policy.
  ///
  /// @param text the policy as the site wrote it
  public KnowledgeSnapshot narrowedBy(String text) {
    var more = new TreeMap<>(files);
    more.put(SitePolicy.FILE, text);
    return new KnowledgeSnapshot(more);
  }

  /// Everything that is wrong with a site's policy for these files, in the order of its lines;
  /// empty exactly where [#narrowedBy] takes it.
  ///
  /// @param text the policy as the site wrote it
  public List<PolicyFault> faults(String text) {
    try {
      return SitePolicy.faults(policy(text), base);
    } catch (BrokenFile broken) {
      return List.of(new PolicyFault(broken.line(), "", broken.reason()));
    }
  }

  /// The site's policy in it, as the site wrote it; empty where there is none.
  public Optional<String> policy() {
    return Optional.ofNullable(files.get(SitePolicy.FILE));
  }

  /// What the files say.
  public KnowledgeBase base() {
    return base;
  }

  /// The text of each file by its path.
  public SortedMap<String, String> files() {
    return files;
  }

  /// The site's policy file by name, as errors about it show it.
  public static String policyFile() {
    return SitePolicy.FILE;
  }

  private InputStream open(String path) throws IOException {
    var text = files.get(path);
    if (text == null) {
      throw new FileNotFoundException("knowledge/" + path + " is not in the snapshot");
    }
    return bytes(text);
  }

  private static YamlNode policy(String text) {
    return YamlNode.read(SitePolicy.FILE, bytes(text));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
