package org.nepenthe.knowledge;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the files of a knowledge base are read from.
@FunctionalInterface
public interface KnowledgeFiles {
  /// @param path below the base's root, for example `screening/area.yaml`
  InputStream open(String path) throws IOException;

  /// The files this module ships.
  static KnowledgeFiles shipped() {
    return path -> {
      var bytes = KnowledgeFiles.class.getResourceAsStream("/knowledge/" + path);
      if (bytes == null) {
        throw new FileNotFoundException("knowledge/" + path + " is not on the class path");
      }
      return bytes;
    };
  }

  /// The files below a folder.
  static KnowledgeFiles below(Path root) {
    return path -> Files.newInputStream(root.resolve(path));
  }
}
