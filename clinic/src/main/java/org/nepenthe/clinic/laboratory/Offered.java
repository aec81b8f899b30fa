package org.nepenthe.clinic.laboratory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nepenthe.pharmacology.person.Ethnicity;
import org.nepenthe.quantity.Moiety;

/// What the form offers to choose from: the value that is sent, and its words.
public final class Offered {
  private Offered() {}

  public static Map<String, String> ethnicities() {
    var words = new LinkedHashMap<String, String>();
    for (var each : Ethnicity.values()) {
      words.put(each.name(), each.plainWords());
    }
    return words;
  }

  public static Map<String, String> moieties() {
    var words = new LinkedHashMap<String, String>();
    words.put(Moiety.RACEMIC_KETAMINE.name(), "ketamine (racemic)");
    words.put(Moiety.ESKETAMINE.name(), "esketamine");
    return words;
  }

  /// Units a dose row offers, as the library reads them.
  public static List<String> units() {
    return List.of("mg", "mg/kg", "mg/h", "mg/kg/h", "mcg/kg/min");
  }

  public static Map<String, String> routes() {
    var words = new LinkedHashMap<String, String>();
    words.put("iv", "into a vein");
    words.put("im", "into a muscle");
    words.put("sc", "under the skin");
    words.put("intranasal", "into the nose");
    words.put("sublingual", "under the tongue");
    words.put("oral", "swallowed");
    return words;
  }
}
