package org.nepenthe.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// What the test reports of this build say about a test: nothing where it has not run yet.
///
/// A report older than the compiled test, or in this module older than this run, is of another
/// build and says nothing.
final class TestReports {
  private final List<Path> modules;

  TestReports(List<Path> modules) {
    this.modules = modules;
  }

  /// Sentences against a test, `fully.qualified.Class#method`; none where it passed or did not run.
  List<String> against(String test) {
    var type = test.substring(0, test.indexOf('#'));
    var method = test.substring(test.indexOf('#') + 1);
    return modules.stream()
        .filter(module -> isOfThisBuild(module, type))
        .map(module -> report(module, type))
        .flatMap(report -> against(report, type, method).stream())
        .toList();
  }

  private static boolean isOfThisBuild(Path module, String type) {
    var report = report(module, type);
    var compiled = module.resolve("target/test-classes/" + type.replace('.', '/') + ".class");
    if (!Files.exists(report) || !Files.exists(compiled)) {
      return false;
    }
    var here = module.toAbsolutePath().equals(Path.of("").toAbsolutePath());
    var started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return written(report) >= written(compiled) && (!here || written(report) >= started);
  }

  private static Path report(Path module, String type) {
    return module.resolve("target/surefire-reports/TEST-" + type + ".xml");
  }

  private static long written(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sentences that one report has against a method, or against the set-up of its class.
  static List<String> against(Path report, String type, String method) {
    var faults = new ArrayList<String>();
    var cases = parsed(report).getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      if (cases.item(i) instanceof Element testcase && concerns(testcase, type, method)) {
        faults.addAll(outcome(testcase));
      }
    }
    return faults;
  }

  /// A parameterised test is reported once for each row: `method(String)[1]`.
  private static boolean concerns(Element testcase, String type, String method) {
    var name = testcase.getAttribute("name");
    var setUp = name.isEmpty() || name.equals(type);
    return setUp || name.equals(method) || name.matches("\\Q" + method + "\\E[({\\[ ].*");
  }

  private static List<String> outcome(Element testcase) {
    var faults = new ArrayList<String>();
    for (var kind : List.of("failure", "error", "skipped")) {
      if (testcase.getElementsByTagName(kind).item(0) instanceof Element found
          && !isForWantOfABrowser(kind, found)) {
        faults.add("its report says: " + kind);
      }
    }
    return faults;
  }

  /// Browser tests may be skipped where there is no browser; the build that decides has one.
  private static boolean isForWantOfABrowser(String kind, Element found) {
    var message = found.getAttribute("message") + found.getTextContent();
    return kind.equals("skipped") && message.contains("chromium");
  }

  private static Element parsed(Path report) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(report.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("not a test report: " + report, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
