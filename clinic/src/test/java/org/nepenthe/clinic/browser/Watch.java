package org.nepenthe.clinic.browser;

import com.microsoft.playwright.Response;
import java.time.Duration;

/// Notes by the browser's own clock when words first stand on a page that nobody touches.
final class Watch {
  private static final String START =
      """
      words => {
        const there = () => document.body.innerText.replaceAll('\\u00a0', ' ').includes(words);
        if (there()) throw new Error('already there: ' + words);
        window.seenAt = null;
        new MutationObserver(() => {
          if (window.seenAt === null && there()) window.seenAt = Date.now();
        }).observe(document.body, {subtree: true, childList: true, characterData: true});
      }
      """;

  private final Person person;

  Watch(Person person, String words) {
    this.person = person;
    person.page().evaluate(START, words);
  }

  /// How long after the answer to somebody's writing the words stood here.
  Duration after(Response answer) {
    answer.finished();
    var timing = answer.request().timing();
    double answeredAt = timing.startTime + timing.responseEnd;
    person.page().waitForCondition(() -> person.page().evaluate("window.seenAt") != null);
    double seenAt = ((Number) person.page().evaluate("window.seenAt")).doubleValue();
    return Duration.ofMillis(Math.round(Math.max(0, seenAt - answeredAt)));
  }
}
