package org.nepenthe.pharmacology.spoken;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nepenthe.pharmacology.regimen.Route;

/// Routes as people write them: `iv`, `im`, `sc`, `intranasal`, `sublingual`, `oral`.
public final class SpokenRoute {
  private static final Pattern LAST_WORD = Pattern.compile("^(.*[A-Za-z])\\s+([A-Za-z]+)\\s*$");

  private SpokenRoute() {}

  /// @throws Unclear if it is none
  public static Route parse(String text) {
    return find(text)
        .orElseThrow(() ->
            new Unclear(
                "'" + text + "' is no route; say iv, im, sc, intranasal, sublingual or oral"));
  }

  /// The route a dose ends with, if it ends with one.
  static Optional<Route> atEndOf(String text) {
    var words = LAST_WORD.matcher(text);
    return words.matches() ? find(words.group(2)) : Optional.empty();
  }

  static String withoutEnd(String text) {
    return LAST_WORD.matcher(text).replaceFirst("$1");
  }

  private static Optional<Route> find(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "iv", "intravenous" -> Optional.of(Route.INTRAVENOUS);
      case "im", "intramuscular" -> Optional.of(Route.INTRAMUSCULAR);
      case "sc", "subcutaneous" -> Optional.of(Route.SUBCUTANEOUS);
      case "intranasal", "nasal" -> Optional.of(Route.INTRANASAL);
      case "sublingual", "buccal" -> Optional.of(Route.SUBLINGUAL);
      case "oral" -> Optional.of(Route.ORAL);
      default -> Optional.empty();
    };
  }
}
