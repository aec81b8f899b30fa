package org.nepenthe.pharmacology.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.nepenthe.evidence.BrokenFile;
import org.nepenthe.evidence.Citations;
import org.nepenthe.evidence.YamlNode;

/// The cited data files that ship with this library.
public final class ShippedFile {
  private static final String FOLDER = "/pharmacology/";

  private ShippedFile() {}

  /// The publications that every shipped file cites.
  ///
  /// @throws BrokenFile with file and line, if it cannot be used
  public static Citations citations() {
    return Citations.read(read("citations.yaml"));
  }

  /// One file by its name.
  ///
  /// @throws BrokenFile with file and line, if it is missing or is not YAML
  public static YamlNode read(String name) {
    try (InputStream bytes = ShippedFile.class.getResourceAsStream(FOLDER + name)) {
      if (bytes == null) {
        throw new BrokenFile(FOLDER + name, 1, "the file is missing");
      }
      return YamlNode.read("pharmacology" + FOLDER + name, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
