import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes many distinct patients, or one very large bundle, out of the demonstration patients: load
/// for measurements.
///
///     java tools/ManyPatients.java patients COUNT SEED OUT_DIR
///     java tools/ManyPatients.java bundle MEGABYTES SEED OUT_FILE
///
/// The same seed gives the same bytes. A patient gets new ids, name and birth date, and measured
/// values moved by up to five per cent; codes, units and dates stay. The large bundle is one
/// patient whose observations repeat at earlier and earlier times until the file is as long as
/// asked (1 MB = 1,000,000 bytes), short of it by less than one observation.
final class ManyPatients {

  private static final Path SOURCE = Path.of("clinic/src/main/resources/demonstration/patients");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final List<String> GIVEN =
      List.of(
          "Ada", "Bela", "Cleo", "Dara", "Eliot", "Farah", "Gil", "Hana", "Iris", "Jun", "Kai",
          "Lior", "Mika", "Noor", "Ola", "Pia", "Quinn", "Rune", "Sol", "Tove", "Uma", "Vega",
          "Wren", "Yuri", "Zia");
  private static final List<String> FAMILY =
      List.of(
          "Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper",
          "Larch", "Maple", "Nettle", "Oak", "Pine", "Quince", "Rowan", "Sorrel", "Thorn", "Willow",
          "Yarrow");

  private final SplittableRandom random;

  private ManyPatients(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 4 || !List.of("patients", "bundle").contains(arguments[0])) {
      System.err.println("usage: java tools/ManyPatients.java patients COUNT SEED OUT_DIR");
      System.err.println("       java tools/ManyPatients.java bundle MEGABYTES SEED OUT_FILE");
      System.exit(2);
    }
    var many = new ManyPatients(Long.parseLong(arguments[2]));
    int amount = Integer.parseInt(arguments[1]);
    if ("patients".equals(arguments[0])) {
      many.patients(amount, Files.createDirectories(Path.of(arguments[3])));
    } else {
      many.bundle(amount * 1_000_000L, Path.of(arguments[3]));
    }
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.list(SOURCE)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private void patients(int count, Path out) throws IOException {
    var texts = new ArrayList<String>();
    for (var source : sources()) {
      texts.add(Files.readString(source));
    }
    for (int number = 1; number <= count; number++) {
      var bundle = map(Json.read(withNewIds(texts.get((number - 1) % texts.size()))));
      for (var entry : maps(bundle.get("entry"))) {
        vary(map(entry.get("resource")), number);
      }
      Files.writeString(out.resolve("patient-%05d.json".formatted(number)), Json.write(bundle));
    }
  }

  private void vary(Map<String, Object> resource, int number) {
    switch ((String) resource.get("resourceType")) {
      case "Patient" -> {
        var name = maps(resource.get("name")).getFirst();
        name.put("family", FAMILY.get(random.nextInt(FAMILY.size())) + number);
        name.put("given", List.of(GIVEN.get(random.nextInt(GIVEN.size())) + number));
        resource.put("name", List.of(name));
        var born = LocalDate.parse((String) resource.get("birthDate"));
        resource.put("birthDate", born.minusDays(random.nextInt(1, 1000)).toString());
      }
      case "Observation" -> {
        move(resource);
        maps(resource.get("component")).forEach(this::move);
      }
      default -> {
        // Conditions, drugs, allergies and procedures stay as they are.
      }
    }
  }

  /// Keeps the decimals of the value; scores stay, since a score of 27.4 does not exist.
  private void move(Map<String, Object> measured) {
    if (measured.get("valueQuantity") instanceof Map<?, ?> found
        && !"{score}".equals(found.get("code"))) {
      var quantity = map(found);
      var value = (BigDecimal) quantity.get("value");
      var factor = BigDecimal.valueOf(random.nextInt(950, 1051), 3);
      var moved = value.multiply(factor).setScale(value.scale(), RoundingMode.HALF_UP);
      quantity.put(
          "value", "%".equals(quantity.get("code")) ? moved.min(BigDecimal.valueOf(100)) : moved);
    }
  }

  private void bundle(long bytes, Path out) throws IOException {
    var bundle = map(Json.read(withNewIds(Files.readString(sources().getFirst()))));
    var entries = maps(bundle.get("entry"));
    var observations =
        entries.stream()
            .filter(entry -> "Observation".equals(map(entry.get("resource")).get("resourceType")))
            .map(Json::write)
            .toList();
    var start = Json.write(bundle);
    start = start.substring(0, start.lastIndexOf(']')).stripTrailing();
    var end = "\n]}\n";
    long written = start.getBytes().length + end.length();
    try (Writer writer = Files.newBufferedWriter(out)) {
      writer.write(start);
      for (int copy = 0; ; copy++) {
        var next =
            ",\n"
                + earlier(
                    observations.get(copy % observations.size()), 1 + copy / observations.size());
        written += next.getBytes().length;
        if (written > bytes) {
          break;
        }
        writer.write(next);
      }
      writer.write(end);
    }
  }

  private String earlier(String observation, int hours) {
    var entry = map(Json.read(observation));
    var resource = map(entry.get("resource"));
    var id = newId();
    entry.put("fullUrl", "urn:uuid:" + id);
    resource.put("id", id);
    resource.remove("issued");
    var at =
        OffsetDateTime.parse((String) resource.get("effectiveDateTime"))
            .minus(Duration.ofHours(hours));
    resource.put("effectiveDateTime", at.toString());
    return Json.write(entry).stripTrailing();
  }

  private String withNewIds(String text) {
    var ids = new HashMap<String, String>();
    return ID.matcher(text)
        .replaceAll((MatchResult old) -> ids.computeIfAbsent(old.group(), _ -> newId()));
  }

  private String newId() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }
}
