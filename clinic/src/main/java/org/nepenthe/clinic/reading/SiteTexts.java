package org.nepenthe.clinic.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.knowledge.instrument.InstrumentCard;
import org.nepenthe.knowledge.instrument.SiteText;

/// The texts of instruments that the site put in, by instrument.
///
/// @param folder where they are read from, at the start
record SiteTexts(Path folder, Map<String, SiteText> byInstrument) {
  SiteTexts {
    byInstrument = Collections.unmodifiableMap(new TreeMap<>(byInstrument));
  }

  Optional<SiteText> of(String instrument) {
    return Optional.ofNullable(byInstrument.get(instrument));
  }

  /// Every `.yaml` file of a folder; a folder that does not exist holds none.
  ///
  /// @throws BrokenFile at the first file that is wrong, or the second for
  ///     one instrument
  static SiteTexts below(Path folder, List<InstrumentCard> cards) {
    var texts = new TreeMap<String, SiteText>();
    for (var file : files(folder)) {
      try (var bytes = Files.newInputStream(file)) {
        var text = SiteText.read("instruments/" + file.getFileName(), bytes, cards);
        if (texts.put(text.instrument(), text) != null) {
          throw new BrokenFile(
              "instruments/" + file.getFileName(),
              1,
              "another file has the text of " + text.instrument() + " already");
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the text of an instrument cannot be read: " + file, e);
      }
    }
    return new SiteTexts(folder, texts);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of instruments cannot be read: " + folder, e);
    }
  }
}
