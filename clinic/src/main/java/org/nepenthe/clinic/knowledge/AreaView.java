package org.nepenthe.clinic.knowledge;

import java.util.List;
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
  /// @param words everything it says, in lower case, for the search in the page
  public record Line(
      String id, String title, String kind, String note, boolean unverified, String words) {}
}
