package org.nepenthe.pharmacology.spoken;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nepenthe.pharmacology.regimen.Route;

/// The parts of one line of a regimen, before they are judged together.
///
/// @param until of "0-40 min"
/// @param lasting of "over 40 min" or "for 40 min", with the word that was used
/// @param route of "50 mg oral"
record SpokenLine(
    String line,
    double from,
    Optional<Double> until,
    SpokenQuantity quantity,
    Optional<Lasting> lasting,
    Optional<Route> route) {
  private static final String EXAMPLES = "'0 min: 10 mg' or '0-40 min: 30 mg/h'";
  private static final Pattern RANGE = Pattern.compile("\\s*(?:-|–|\\bto\\b|\\buntil\\b)\\s*");
  private static final Pattern LASTING = Pattern.compile("\\s+(over|for)\\s+");

  record Lasting(String word, double minutes) {}

  static SpokenLine of(String line) {
    var halves = line.split(":", -1);
    if (halves.length != 2) {
      throw new Unclear(
          "'" + line + "': say when and what with one colon between, as in " + EXAMPLES);
    }
    var when = halves[0].strip().toLowerCase(Locale.ROOT);
    if (when.startsWith("-")) {
      throw new Unclear("'" + line + "': nothing can be given before the start, minute 0");
    }
    var times = RANGE.split(when, -1);
    if (times.length > 2) {
      throw new Unclear("'" + line + "': more than two times; say one stretch in each line");
    }
    var route = SpokenRoute.atEndOf(halves[1]);
    var given = route.map(said -> SpokenRoute.withoutEnd(halves[1])).orElse(halves[1]);
    var what = LASTING.split(given.strip(), 2);
    return new SpokenLine(
        line,
        from(times, line),
        until(times, line),
        SpokenQuantity.parse(what[0], line),
        lasting(given, what, line),
        route);
  }

  private static double from(String[] times, String line) {
    Optional<String> lent =
        times.length == 2 ? SpokenTime.unitOf(times[1], line) : Optional.empty();
    return SpokenTime.minutes(times[0], lent, line);
  }

  private static Optional<Double> until(String[] times, String line) {
    return times.length == 2
        ? Optional.of(SpokenTime.minutes(times[1], Optional.empty(), line))
        : Optional.empty();
  }

  private static Optional<Lasting> lasting(String said, String[] what, String line) {
    if (what.length < 2) {
      return Optional.empty();
    }
    var word = LASTING.matcher(said);
    return word.find()
        ? Optional.of(
            new Lasting(word.group(1), SpokenTime.minutes(what[1], Optional.empty(), line)))
        : Optional.empty();
  }

  SpokenDose dose() {
    if (until.isPresent() && lasting.isPresent()) {
      throw new Unclear("'" + line + "': said twice how long; keep one of the two");
    }
    if (until.or(() -> lasting.map(Lasting::minutes)).isPresent()
        && route.filter(said -> said != Route.INTRAVENOUS).isPresent()) {
      throw new Unclear(
          "'" + line + "': only what runs into a vein lasts; say the dose and when it is given");
    }
    return until.map(this::within).or(() -> lasting.map(this::lastingFor)).orElseGet(this::atOnce);
  }

  private SpokenDose within(double end) {
    ascending(end);
    if (!quantity.isRate()) {
      throw new Unclear(
          "'"
              + line
              + "': all at once, or spread? Say '0 min: 35 mg', '0 min: 35 mg over 40 min',"
              + " or a rate in mg/h");
    }
    return new SpokenDose.Running(from, end, quantity);
  }

  private SpokenDose lastingFor(Lasting said) {
    double end = from + said.minutes();
    ascending(end);
    if (quantity.isRate() != said.word().equals("for")) {
      throw new Unclear("'" + line + "': an amount is given over a time, a rate for a time");
    }
    return quantity.isRate()
        ? new SpokenDose.Running(from, end, quantity)
        : new SpokenDose.Spread(from, end, quantity);
  }

  private SpokenDose atOnce() {
    if (quantity.isRate()) {
      throw new Unclear(
          "'" + line + "': until when? Say '0-40 min: 30 mg/h', or 'for 40 min' behind it");
    }
    return new SpokenDose.AtOnce(from, quantity, route);
  }

  private void ascending(double end) {
    if (end <= from) {
      throw new Unclear("'" + line + "': it ends at " + end + " min, not after it began");
    }
  }
}
