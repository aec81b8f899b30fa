package org.nepenthe.clinic.platform.display;

import java.util.Map;
import java.util.regex.Pattern;

/// UCUM codes as people read them: `mm[Hg]` is mmHg, `ug` is mcg, and a bare score has no unit.
public final class UnitText {
  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("1", ""),
          Map.entry("/min", "per min"),
          Map.entry("{beats}/min", "per min"),
          Map.entry("{breaths}/min", "per min"),
          Map.entry("Cel", "\u00b0C"),
          Map.entry("[degF]", "\u00b0F"),
          Map.entry("[lb_av]", "lb"),
          Map.entry("[in_i]", "in"),
          Map.entry("[ft_i]", "ft"),
          Map.entry("mL/min/{1.73_m2}", "mL/min per 1.73 m\u00b2"),
          Map.entry("a", "y"));

  private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*\\}");
  private static final Pattern MICRO = Pattern.compile("\\bu(?=[a-zA-Z\\[])");
  private static final Pattern POWER_OF_TEN = Pattern.compile("10\\*(\\d+)");

  private static final String RAISED =
      "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  private UnitText() {}

  public static String of(String ucum) {
    var whole = WHOLE.get(ucum);
    if (whole != null) {
      return whole;
    }
    var text = ANNOTATION.matcher(ucum).replaceAll("");
    text = MICRO.matcher(text).replaceAll("mc");
    text = POWER_OF_TEN.matcher(text).replaceAll(power -> "10" + raised(power.group(1)));
    return text.replace("[Hg]", "Hg")
        .replace("[IU]", "IU")
        .replace("[iU]", "IU")
        .replace("m2", "m\u00b2")
        .replace("[", "")
        .replace("]", "");
  }

  private static String raised(String digits) {
    var raised = new StringBuilder();
    digits.chars().forEach(digit -> raised.append(RAISED.charAt(digit - '0')));
    return raised.toString();
  }
}
