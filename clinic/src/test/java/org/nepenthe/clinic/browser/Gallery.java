package org.nepenthe.clinic.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the journey passes: each page is examined by axe in light and dark, with everything
/// unfolded. The pages named in `PICTURES` are photographed, and all of them in every size where
/// NEPENTHE_SHOTS_DIR names a folder.
final class Gallery {
  static final List<String> PICTURES =
      List.of("verdict", "plan", "live", "follow-up", "laboratory");

  private static final List<int[]> SIZES =
      List.of(new int[] {1440, 900}, new int[] {1024, 768}, new int[] {768, 1024});

  private static final String UNFOLD =
      "document.querySelectorAll('main details:not([name]), .banner details')"
          + ".forEach(each => { each.open = true; })";

  private static final String EXAMINE =
      """
      which => axe.run(document, {
        runOnly: which,
        resultTypes: ['violations'],
        iframes: false,
      }).then(found => found.violations.map(rule =>
        rule.id + ': ' + rule.help + '\\n' + rule.nodes.map(node =>
          '  ' + node.target.join(' ') + '\\n    ' + node.failureSummary.replace(/\\s+/g, ' ')
        ).join('\\n')))
      """;

  /// Axe asks no more whether ids are unique; a label that finds another field than its own is
  /// wrong all the same.
  private static final String SAME_IDS =
      """
      () => {
        const ids = [...document.querySelectorAll('[id]')].map(each => each.id);
        return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
      }
      """;

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

  /// Colours are all that differs in the dark.
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  private final List<Seen> seen = new ArrayList<>();
  private final Map<String, byte[]> pictures = new LinkedHashMap<>();

  /// One page as it was found.
  ///
  /// @param violations what axe says of it, a line or more for each rule
  record Seen(String name, String path, List<String> violations) {
    Seen {
      violations = List.copyOf(violations);
    }
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  Map<String, byte[]> pictures() {
    return Map.copyOf(pictures);
  }

  /// Looks at the page that somebody has before them.
  void look(String name, Person person) {
    photograph(name, person.page());
    var page = person.page();
    page.evaluate(UNFOLD);
    page.evaluate(AxeBuilder.getAxeScript());
    var violations = new ArrayList<String>();
    violations.addAll(examined(page, ColorScheme.LIGHT, Map.of("type", "tag", "values", WCAG)));
    violations.addAll(examined(page, ColorScheme.DARK, Map.of("type", "rule", "values", COLOURS)));
    page.emulateMedia(in(ColorScheme.LIGHT));
    each(page.evaluate(SAME_IDS)).forEach(id -> violations.add("id given twice: " + id));
    seen.add(new Seen(name, person.path(), violations));
  }

  private static List<String> examined(Page page, ColorScheme scheme, Map<String, Object> which) {
    page.emulateMedia(in(scheme));
    return each(page.evaluate(EXAMINE, which)).stream().map(rule -> scheme + " " + rule).toList();
  }

  private static List<String> each(Object found) {
    if (found instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new IllegalStateException("the page gave no list but " + found);
  }

  private static Page.EmulateMediaOptions in(ColorScheme scheme) {
    return new Page.EmulateMediaOptions()
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private void photograph(String name, Page page) {
    if (PICTURES.contains(name)) {
      page.evaluate("document.activeElement.blur(); scrollTo(0, 0)");
      pictures.put(name, page.screenshot(still()));
    }
    Optional.ofNullable(System.getenv("NEPENTHE_SHOTS_DIR"))
        .ifPresent(folder -> everySize(name, page, Path.of(folder)));
  }

  private void everySize(String name, Page page, Path folder) {
    var number = "%02d".formatted(seen.size() + 1);
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(in(scheme));
      for (var size : SIZES) {
        page.setViewportSize(size[0], size[1]);
        var file = "%s-%s-%d-%s.png".formatted(number, name, size[0], scheme).toLowerCase();
        page.screenshot(still().setFullPage(true).setPath(folder.resolve(file)));
      }
    }
    page.setViewportSize(SIZES.getFirst()[0], SIZES.getFirst()[1]);
    page.emulateMedia(in(ColorScheme.LIGHT));
  }

  private static Page.ScreenshotOptions still() {
    return new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
  }
}
