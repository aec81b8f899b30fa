package org.nepenthe.clinic.knowledge;

import java.util.List;
import java.util.Set;
import org.nepenthe.evidence.ReadDepth;
import org.nepenthe.evidence.Strength;
import org.nepenthe.knowledge.Area;

/// One area of the knowledge with its entries, for the list.
public record AreaView(Area area, List<Line> lines) {
  public AreaView {
    lines = List.copyOf(lines);
  }

  /// One entry.
  ///
  /// @param kind in words
  /// @param note its grade, verdict or bearing, where it has one
  /// @param unverified true where a number in it could not be checked in any source
  /// @param words everything it says, in lower case, for the search
  /// @param citations keys of the sources it rests on, or that speak against it
  /// @param reads how far those were read
  /// @param strengths the grades those sources give
  public record Line(
      String id,
      String title,
      String kind,
      String note,
      boolean unverified,
      String words,
      Set<String> citations,
      Set<ReadDepth> reads,
      Set<Strength> strengths) {
    public Line {
      citations = Set.copyOf(citations);
      reads = Set.copyOf(reads);
      strengths = Set.copyOf(strengths);
    }
  }
}
