package org.nepenthe.clinic.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.pharmacology.fit.MeasuredLevel;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.pharmacology.model.Matrix;
import org.nepenthe.quantity.Moiety;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Timed levels of one person from a file: CSV, or JSON where it begins with a bracket. A file that
/// is wrong anywhere is refused whole, with the line or the place in the list.
final class LevelsFile {
  static final String HEADER = "time_min,ng_per_mL,matrix";

  private static final Set<String> NAMES = Set.of(HEADER.split(","));

  private final Path file;
  private final Moiety moiety;
  private final double limit;

  private LevelsFile(Path file, Moiety moiety, double limit) {
    this.file = file;
    this.moiety = moiety;
    this.limit = limit;
  }

  /// @param limit of quantification, in ng/mL
  /// @throws IllegalArgumentException that says where the file is wrong
  static List<MeasuredLevel> read(Path file, Moiety moiety, double limit) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("the levels cannot be read: " + file, unreadable);
    }
    var levels = new LevelsFile(file, moiety, limit);
    return text.stripLeading().startsWith("[") ? levels.json(text) : levels.csv(text);
  }

  private List<MeasuredLevel> csv(String text) {
    var lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      throw wrong("line 1", "expected " + HEADER);
    }
    var read = new ArrayList<MeasuredLevel>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        read.add(row(lines.get(i).split(",", -1), "line " + (i + 1)));
      }
    }
    return read;
  }

  private MeasuredLevel row(String[] cells, String place) {
    if (cells.length != NAMES.size()) {
      throw wrong(place, "expected three columns");
    }
    try {
      return level(
          Double.parseDouble(cells[0].strip()),
          Double.parseDouble(cells[1].strip()),
          cells[2].strip(),
          place);
    } catch (NumberFormatException number) {
      throw wrong(place, "no number: " + number.getMessage());
    }
  }

  private List<MeasuredLevel> json(String text) {
    JsonNode all;
    try {
      all = JsonMapper.shared().readTree(text);
    } catch (JacksonException broken) {
      throw wrong("line " + broken.getLocation().getLineNr(), "no JSON");
    }
    var read = new ArrayList<MeasuredLevel>();
    for (var one : all) {
      var place = "level " + (read.size() + 1);
      if (!one.isObject() || !Set.copyOf(one.propertyNames()).equals(NAMES)) {
        throw wrong(place, "expected the names " + HEADER.replace(",", ", "));
      }
      if (!one.get("time_min").isNumber() || !one.get("ng_per_mL").isNumber()) {
        throw wrong(place, "time_min and ng_per_mL are numbers");
      }
      read.add(
          level(
              one.get("time_min").doubleValue(),
              one.get("ng_per_mL").doubleValue(),
              one.get("matrix").asString(),
              place));
    }
    return read;
  }

  private MeasuredLevel level(double minute, double concentration, String blood, String place) {
    var matrix = matrix(blood).orElseThrow(() -> wrong(place, "matrix is arterial or venous"));
    try {
      return new MeasuredLevel(minute, Analyte.KETAMINE, moiety, matrix, concentration, limit);
    } catch (IllegalArgumentException wrong) {
      throw wrong(place, String.valueOf(wrong.getMessage()));
    }
  }

  private static Optional<Matrix> matrix(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "arterial" -> Optional.of(Matrix.ARTERIAL);
      case "venous" -> Optional.of(Matrix.VENOUS);
      default -> Optional.empty();
    };
  }

  private IllegalArgumentException wrong(String place, String what) {
    return new IllegalArgumentException(file.getFileName() + " " + place + ": " + what);
  }
}
