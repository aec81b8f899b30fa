import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts Synthea's FHIR R4 bundles down to what a ketamine clinic reads, for the patients named in a
/// selection file.
///
///     java tools/TrimBundles.java SELECTION SYNTHEA_FHIR_DIR OUT_DIR TODAY
///
/// A line of the selection is `NN patient-id why this patient is there`. Each becomes
/// `OUT_DIR/NN-family-given.json`, and all of them a line in `OUT_DIR/index.yaml`. The result is a
/// transaction Bundle whose every reference resolves inside it. Facts are dropped, never altered.
final class TrimBundles {

  /// Vital signs, laboratory values and scores the clinic's rules or its clinicians ask for
  /// (LOINC).
  private static final Set<String> OBSERVATIONS =
      Set.of(
          "29463-7", "8302-2", "39156-5", "85354-9", "8867-4", "9279-1", "2708-6", "59408-5",
          "8310-5", "72514-3", "1742-6", "1920-8", "6768-6", "1975-2", "1751-7", "6301-6", "777-3",
          "718-7", "2160-0", "38483-4", "33914-3", "69405-9", "2951-2", "2947-0", "2823-3",
          "6298-4", "2345-7", "2339-0", "4548-4", "2106-3", "55758-7", "44261-6", "70274-6",
          "75626-2", "82667-7", "72166-2");

  /// Employment, schooling, housing, violence and bookkeeping, which Synthea records as
  /// conditions (SNOMED CT).
  private static final Set<String> SOCIAL_FINDINGS =
      Set.of(
          "314529007",
          "160903007",
          "160904001",
          "741062008",
          "73438004",
          "224299000",
          "224295006",
          "473461003",
          "5251000175109",
          "105531004",
          "266934004",
          "713458007",
          "422650009",
          "423315002",
          "424393004",
          "706893006",
          "266948004",
          "160968000",
          "446654005",
          "224355006",
          "32911000",
          "183996000",
          "10939881000119105");

  /// Heart, anaesthesia, bowel, pregnancy (SNOMED CT). Dental work, questionnaires and
  /// administration stay out.
  private static final Set<String> PROCEDURES =
      Set.of(
          "232717009",
          "418824004",
          "415070008",
          "725351001",
          "33367005",
          "40701008",
          "433236007",
          "29303009",
          "268400002",
          "410770002",
          "410011004",
          "18946005",
          "52765003",
          "43075005",
          "73761001",
          "66348005",
          "252160004",
          "65200003",
          "169553002");

  private static final Pattern CIVIL_IDENTITY =
      Pattern.compile("us-ssn|passport|2.16.840.1.113883.4.3|driver");

  private static final int OBSERVATIONS_PER_CODE = 6;
  private static final int YEARS_KEPT = 3;

  private final String cutOff;

  private TrimBundles(LocalDate today) {
    this.cutOff = today.minusYears(YEARS_KEPT).toString();
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4) {
      System.err.println(
          "usage: java tools/TrimBundles.java SELECTION SYNTHEA_FHIR_DIR OUT_DIR TODAY");
      System.exit(2);
    }
    var out = Files.createDirectories(Path.of(arguments[2]));
    var trim = new TrimBundles(LocalDate.parse(arguments[3]));
    var index = new ArrayList<String>();
    for (var line : Files.readAllLines(Path.of(arguments[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        index.add(trim.one(line.split(" ", 3), Path.of(arguments[1]), out));
      }
    }
    Files.writeString(
        out.resolve("index.yaml"),
        """
        # Synthetic patients made by Synthea: none of them exists. How they were made: docs/synthetic-patients.md
        """
            + String.join("", index));
  }

  private String one(String[] selected, Path source, Path out) throws IOException {
    var bundle = map(Json.read(Files.readString(find(source, selected[1]))));
    var entries = maps(bundle.get("entry"));
    var kept = keep(entries);
    var ids = new HashSet<String>();
    kept.forEach(entry -> ids.add((String) entry.get("fullUrl")));
    kept.forEach(entry -> clean(map(entry.get("resource")), ids));

    var trimmed = new LinkedHashMap<String, Object>();
    trimmed.put("resourceType", "Bundle");
    trimmed.put("type", "transaction");
    trimmed.put("entry", kept);
    var patient = map(kept.getFirst().get("resource"));
    var name = maps(patient.get("name")).getFirst();
    var given = (String) list(name.get("given")).getFirst();
    var file =
        selected[0] + "-" + plain((String) name.get("family")) + "-" + plain(given) + ".json";
    Files.writeString(out.resolve(file), Json.write(trimmed));
    return "- { file: %s, name: \"%s %s\", born: %s, sex: %s, why: \"%s\" }\n"
        .formatted(
            file,
            given,
            name.get("family"),
            patient.get("birthDate"),
            patient.get("gender"),
            selected[2]);
  }

  private static Path find(Path folder, String patientId) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith("_" + patientId + ".json"))
          .findFirst()
          .orElseThrow(
              () -> new IOException("no bundle of patient " + patientId + " in " + folder));
    }
  }

  /// The entries worth keeping, in the order Synthea wrote them: a transaction lists what is
  /// referred to first.
  private List<Map<String, Object>> keep(List<Map<String, Object>> entries) {
    var newestPerCode = new HashMap<String, Integer>();
    var medications = new HashMap<String, String>();
    for (var entry : entries) {
      if ("Medication".equals(map(entry.get("resource")).get("resourceType"))) {
        medications.put((String) entry.get("fullUrl"), code(map(entry.get("resource"))));
      }
    }
    var chosen = new HashSet<Object>();
    var wantedMedications = new HashSet<String>();
    var newestFirst = new ArrayList<>(entries);
    newestFirst.sort(
        Comparator.comparing((Map<String, Object> entry) -> date(map(entry.get("resource"))))
            .reversed());
    for (var entry : newestFirst) {
      var resource = map(entry.get("resource"));
      var type = (String) resource.get("resourceType");
      var already =
          newestPerCode.merge(type + medicationOrCode(resource, medications), 1, Integer::sum) - 1;
      if (isKept(resource, type, already)) {
        chosen.add(entry.get("fullUrl"));
        reference(resource, "medicationReference").ifPresent(wantedMedications::add);
      }
    }
    return entries.stream()
        .filter(entry ->
            chosen.contains(entry.get("fullUrl"))
                || wantedMedications.contains(entry.get("fullUrl")))
        .toList();
  }

  private boolean isKept(Map<String, Object> resource, String type, int newerOfSameCode) {
    var recent = date(resource).compareTo(cutOff) >= 0;
    return switch (type) {
      case "Patient", "AllergyIntolerance" -> true;
      case "Condition" ->
          !SOCIAL_FINDINGS.contains(code(resource))
              && (recent || !resource.containsKey("abatementDateTime"))
              && newerOfSameCode == 0;
      case "MedicationRequest" ->
          newerOfSameCode == 0 && (recent || "active".equals(resource.get("status")));
      case "Observation" ->
          OBSERVATIONS.contains(code(resource))
              && (newerOfSameCode == 0 || recent && newerOfSameCode < OBSERVATIONS_PER_CODE);
      case "Procedure" -> PROCEDURES.contains(code(resource)) && newerOfSameCode == 0;
      default -> false;
    };
  }

  /// Drops narrative, civil identity numbers and every reference to something that was not kept.
  private static void clean(Map<String, Object> resource, Set<String> kept) {
    resource.remove("text");
    if ("Patient".equals(resource.get("resourceType"))) {
      resource.put(
          "identifier",
          maps(resource.get("identifier")).stream()
              .filter(identifier ->
                  !CIVIL_IDENTITY.matcher(String.valueOf(identifier.get("system"))).find())
              .toList());
      resource.put(
          "extension",
          maps(resource.get("extension")).stream()
              .filter(extension -> String.valueOf(extension.get("url")).contains("/us/core/"))
              .toList());
    }
    removeDangling(resource, kept);
  }

  private static boolean removeDangling(Object value, Set<String> kept) {
    return switch (value) {
      case Map<?, ?> map when map.get("reference") instanceof String target ->
          !kept.contains(target);
      case Map<?, ?> map -> {
        map.values().removeIf(member -> removeDangling(member, kept));
        yield map.isEmpty();
      }
      case ArrayList<?> list -> {
        list.removeIf(item -> removeDangling(item, kept));
        yield list.isEmpty();
      }
      case null, default -> false;
    };
  }

  private static String date(Map<String, Object> resource) {
    for (var field :
        List.of("effectiveDateTime", "authoredOn", "performedDateTime", "onsetDateTime")) {
      if (resource.get(field) instanceof String date) {
        return date;
      }
    }
    return resource.get("performedPeriod") instanceof Map<?, ?> period
        ? (String) period.get("start")
        : "";
  }

  private static String medicationOrCode(
      Map<String, Object> resource, Map<String, String> medications) {
    return resource.get("medicationCodeableConcept") instanceof Map<?, ?> concept
        ? code(map(Map.of("code", concept)))
        : reference(resource, "medicationReference")
            .map(medications::get)
            .orElseGet(() -> code(resource));
  }

  private static String code(Map<String, Object> resource) {
    return resource.get("code") instanceof Map<?, ?> concept
            && concept.get("coding") instanceof List<?> codings
        ? (String) map(codings.getFirst()).get("code")
        : String.valueOf(resource.get("id"));
  }

  private static Optional<String> reference(Map<String, Object> resource, String field) {
    return resource.get(field) instanceof Map<?, ?> found
        ? Optional.of((String) found.get("reference"))
        : Optional.empty();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z0-9]", "")
        .toLowerCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }
}
