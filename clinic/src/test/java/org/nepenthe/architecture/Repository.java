package org.nepenthe.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The checked-out tree: its root, its modules and the files in them.
///
/// A module is what the root `pom.xml` names, so that a new one is under every rule from its first
/// day.
public final class Repository {
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private Repository() {}

  /// The directory that holds the root `pom.xml`; tests run in the directory of their module.
  public static Path root() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("docs/safety/hazards.yaml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no repository above " + Path.of("").toAbsolutePath());
  }

  /// The folders of all modules, in the order of the build.
  public static List<Path> modules() {
    return MODULE
        .matcher(read(root().resolve("pom.xml")))
        .results()
        .map(module -> root().resolve(module.group(1)))
        .toList();
  }

  /// A folder of every module that has it, for example `src/main/java`.
  public static List<Path> folders(String inModule) {
    return modules().stream()
        .map(module -> module.resolve(inModule))
        .filter(Files::isDirectory)
        .toList();
  }

  /// The files below the folder in every module, as paths relative to the root.
  public static List<SourceFile> files(String inModule, String ending) {
    return folders(inModule).stream().flatMap(folder -> below(folder, ending).stream()).toList();
  }

  private static List<SourceFile> below(Path folder, String ending) {
    Predicate<Path> wanted = file -> file.toString().endsWith(ending);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(wanted)
          .sorted()
          .map(SourceFile::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One text file of the tree.
  ///
  /// @param path from the root, with `/`
  public record SourceFile(String path, String text) {
    static SourceFile of(Path file) {
      return new SourceFile(root().relativize(file).toString().replace('\\', '/'), read(file));
    }

    public List<String> lines() {
      return text.lines().toList();
    }
  }
}
