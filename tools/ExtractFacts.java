import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes out of Synthea's FHIR R4 bundles the facts that eligibility looks at, one patient a line.
///
///     java tools/ExtractFacts.java OUT_FILE SYNTHEA_FHIR_DIR...
///
/// A line holds birth date, sex, the SNOMED CT codes of the conditions that are going on, the
/// RxNorm codes of the medicines that are active, and of each measurement the two newest values
/// with unit and time. No name, no identifier; the patients are invented anyway.
final class ExtractFacts {
  /// Blood pressure and liver enzymes (LOINC).
  private static final Set<String> MEASURED =
      Set.of("8480-6", "8462-4", "1742-6", "1920-8", "6768-6");

  private static final int NEWEST = 2;
  private static final Set<String> GOING_ON = Set.of("active", "recurrence", "relapse");

  private ExtractFacts() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2) {
      System.err.println("usage: java tools/ExtractFacts.java OUT_FILE SYNTHEA_FHIR_DIR...");
      System.exit(2);
    }
    var lines = new ArrayList<String>();
    for (int i = 1; i < arguments.length; i++) {
      try (var files = Files.list(Path.of(arguments[i]))) {
        for (var file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
          lines.add(line(map(Json.read(Files.readString(file)))));
        }
      }
    }
    Files.write(Path.of(arguments[0]), lines);
    System.out.println(lines.size() + " patients");
  }

  private static String line(Map<String, Object> bundle) {
    var born = "";
    var sex = "";
    var conditions = new TreeSet<String>();
    var medicines = new TreeSet<String>();
    var measured = new TreeMap<String, List<Map<String, Object>>>();
    for (var entry : maps(bundle.get("entry"))) {
      var resource = map(entry.get("resource"));
      switch ((String) resource.get("resourceType")) {
        case "Patient" -> {
          born = (String) resource.get("birthDate");
          sex = (String) resource.get("gender");
        }
        case "Condition" -> {
          if (GOING_ON.contains(code(resource.get("clinicalStatus")))) {
            conditions.add(code(resource.get("code")));
          }
        }
        case "MedicationRequest" -> {
          if ("active".equals(resource.get("status"))
              && resource.containsKey("medicationCodeableConcept")) {
            medicines.add(code(resource.get("medicationCodeableConcept")));
          }
        }
        case "Observation" -> observation(resource, measured);
        default -> {}
      }
    }
    var values = new ArrayList<Object>();
    measured.forEach((loinc, all) -> all.stream()
        .sorted(Comparator.comparing((Map<String, Object> one) -> (String) one.get("at")).reversed())
        .limit(NEWEST)
        .forEach(values::add));
    var patient = new LinkedHashMap<String, Object>();
    patient.put("born", born);
    patient.put("sex", sex);
    patient.put("conditions", new ArrayList<Object>(conditions));
    patient.put("medicines", new ArrayList<Object>(medicines));
    patient.put("measurements", values);
    return Json.write(patient).replaceAll("\\s*\\n\\s*", "").strip();
  }

  /// One measurement, or each component of a panel.
  private static void observation(
      Map<String, Object> resource, Map<String, List<Map<String, Object>>> measured) {
    var parts = resource.containsKey("component")
        ? maps(resource.get("component"))
        : List.of(resource);
    for (var part : parts) {
      var loinc = code(part.get("code"));
      if (MEASURED.contains(loinc) && part.containsKey("valueQuantity")) {
        var quantity = map(part.get("valueQuantity"));
        var one = new LinkedHashMap<String, Object>();
        one.put("loinc", loinc);
        one.put("value", String.valueOf(quantity.get("value")));
        one.put("unit", quantity.get("code"));
        one.put(
            "at",
            OffsetDateTime.parse((String) resource.get("effectiveDateTime"))
                .toInstant().toString());
        measured.computeIfAbsent(loinc, _ -> new ArrayList<>()).add(one);
      }
    }
  }

  private static String code(Object concept) {
    return (String) maps(map(concept).get("coding")).getFirst().get("code");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }
}
