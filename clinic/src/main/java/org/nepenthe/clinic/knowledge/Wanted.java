package org.nepenthe.clinic.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.Strength;
import org.nepenthe.knowledge.KnowledgeBase;

/// What somebody looks for in the knowledge. All of it has to be there; what is left empty asks for
/// nothing, and what is no source, depth or grade is left out.
///
/// @param typed words or parts of them, or an id, as they were typed
/// @param citation the key of a source
public record Wanted(
    String typed, String citation, Optional<ReadDepth> read, Optional<Strength> strength) {

  static Wanted of(
      String typed, String citation, String read, String strength, KnowledgeBase knowledge) {
    return new Wanted(
        typed.strip(),
        knowledge.citations().containsKey(citation) ? citation : "",
        Arrays.stream(ReadDepth.values()).filter(each -> each.name().equals(read)).findFirst(),
        Arrays.stream(Strength.values()).filter(each -> each.name().equals(strength)).findFirst());
  }

  public boolean anything() {
    return !typed.isEmpty() || !citation.isEmpty() || read.isPresent() || strength.isPresent();
  }

  /// The same areas with the entries that have it all; an area without any stays, empty.
  List<AreaView> in(List<AreaView> areas) {
    var words = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+", -1)).toList();
    return areas.stream()
        .map(area ->
            new AreaView(
                area.area(), area.lines().stream().filter(line -> matches(line, words)).toList()))
        .toList();
  }

  private boolean matches(AreaView.Line line, List<String> words) {
    return words.stream().allMatch(line.words()::contains)
        && (citation.isEmpty() || line.citations().contains(citation))
        && read.map(line.reads()::contains).orElse(true)
        && strength.map(line.strengths()::contains).orElse(true);
  }
}
