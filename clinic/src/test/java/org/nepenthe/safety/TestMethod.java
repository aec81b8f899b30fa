package org.nepenthe.safety;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.nepenthe.evidence.Verifies;

/// A compiled test method, read from its class file without being loaded.
///
/// @param name `fully.qualified.Class#method`
/// @param verifies the ids it carries, its class's among them
/// @param classVerifies the ids that stand on its class: one proving test of the class is enough
record TestMethod(String name, Set<String> verifies, Set<String> classVerifies, boolean disabled) {

  private static final Set<String> TESTS =
      Set.of(
          "org.junit.jupiter.api.Test",
          "org.junit.jupiter.api.RepeatedTest",
          "org.junit.jupiter.api.TestFactory",
          "org.junit.jupiter.api.TestTemplate",
          "org.junit.jupiter.params.ParameterizedTest");

  private static final String DISABLED = "org.junit.jupiter.api.Disabled";

  /// Every test method below folders of compiled tests, by name.
  static Map<String, TestMethod> in(Collection<Path> folders) {
    return by(importer -> importer.importPaths(folders));
  }

  static Map<String, TestMethod> in(String packageName) {
    return by(importer -> importer.importPackages(packageName));
  }

  /// Only the tests' own class files matter, so what they depend on is not read: it would take
  /// longer than all the rest.
  private static Map<String, TestMethod> by(Function<ClassFileImporter, JavaClasses> source) {
    var classes =
        ArchConfiguration.withThreadLocalScope(configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return source.apply(new ClassFileImporter());
        });
    var tests = new TreeMap<String, TestMethod>();
    for (var type : classes) {
      type.getMethods().stream()
          .filter(method -> TESTS.stream().anyMatch(method::isAnnotatedWith))
          .map(method -> of(type, method))
          .forEach(test -> tests.put(test.name(), test));
    }
    return tests;
  }

  private static TestMethod of(JavaClass type, JavaMethod method) {
    var onClass = ids(type);
    var all = new TreeSet<>(ids(method));
    all.addAll(onClass);
    return new TestMethod(
        type.getName() + "#" + method.getName(),
        all,
        onClass,
        type.isAnnotatedWith(DISABLED) || method.isAnnotatedWith(DISABLED));
  }

  private static Set<String> ids(CanBeAnnotated item) {
    return item.isAnnotatedWith(Verifies.class) ? new TreeSet<>(values(item)) : Set.of();
  }

  private static List<String> values(CanBeAnnotated item) {
    return switch (item) {
      case JavaClass type -> Arrays.asList(type.getAnnotationOfType(Verifies.class).value());
      case JavaMethod method -> Arrays.asList(method.getAnnotationOfType(Verifies.class).value());
      default -> List.of();
    };
  }
}
