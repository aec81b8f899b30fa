package org.nepenthe.clinic.laboratory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.clinic.platform.display.Figures;
import org.nepenthe.evidence.Evidence;
import org.nepenthe.pharmacology.Band;
import org.nepenthe.pharmacology.effect.PainRelief;
import org.nepenthe.pharmacology.effect.ReferenceBand;
import org.nepenthe.pharmacology.model.Analyte;
import org.nepenthe.quantity.Dose;

/// An experiment with its answers, as the page shows them.
///
/// @param json what the charts draw
/// @param refusals why models have no curve, a sentence each
/// @param occupancyOf the model whose plasma the occupancy is computed from; empty where none has
/// @param relief the answer over weeks, or why there is none
public record Worked(
    Experiment experiment,
    List<Double> minutes,
    String json,
    List<Line> lines,
    List<Row> rows,
    List<String> refusals,
    Optional<Disagreement> disagreement,
    Optional<People> people,
    Optional<Line> occupancyOf,
    boolean occupancyLacksMetabolite,
    Weeks relief,
    List<ReferenceBand> references) {
  private static final double DAY = 1440;
  private static final double SIX_HOURS = 360;
  private static final int WEEKS = 12;
  private static final double HALF = 0.5;

  /// One model's numbers in words, in ng/mL.
  public record Row(
      Line line,
      String peak,
      String peakMinute,
      String later,
      String effectPeak,
      String effectMinute) {}

  /// Relief of pain over weeks.
  ///
  /// @param reason why there is no forecast; empty where there is one
  /// @param days for how many days relief stays at half of the greatest or above
  public record Weeks(
      Optional<String> model,
      String reason,
      String days,
      String response,
      String label,
      Evidence evidence) {}

  static Worked of(Experiment experiment, Shelf shelf) {
    var minutes = experiment.minutes();
    var asked = Line.ask(experiment, minutes, shelf);
    var lines = asked.lines();
    var references =
        shelf.effects().referenceBands().stream()
            .filter(band -> band.moiety() == experiment.regimen().moiety())
            .toList();
    var picture = new Picture(experiment, minutes, lines).references(references);
    var people = People.of(experiment, lines, minutes);
    people.ifPresent(picture::with);
    var occupied = occupied(lines);
    occupied.ifPresent(line -> picture.occupancy(occupancy(experiment, line, shelf)));
    var relief = relief(experiment, lines, shelf, picture);
    return new Worked(
        experiment,
        minutes,
        picture.json(),
        lines,
        lines.stream().map(line -> row(line, minutes, experiment.end())).toList(),
        asked.refusals(),
        Line.between(lines, line -> Optional.of(line.plasma()))
            .flatMap(band -> Disagreement.of(band, minutes, experiment.end())),
        people,
        occupied,
        occupied.filter(line -> line.metabolites().isEmpty()).isPresent(),
        relief,
        references);
  }

  /// The first model with norketamine, which sits at the same place; else the first with a curve.
  private static Optional<Line> occupied(List<Line> lines) {
    var curves = lines.stream().filter(line -> !line.isBand()).toList();
    return curves.stream()
        .filter(line -> line.metabolites().containsKey(Analyte.NORKETAMINE))
        .findFirst()
        .or(() -> curves.stream().findFirst());
  }

  /// In percent.
  private static Band occupancy(Experiment experiment, Line line, Shelf shelf) {
    var lower = new ArrayList<Double>();
    var upper = new ArrayList<Double>();
    var parent = line.plasma().lower();
    var metabolite = Optional.ofNullable(line.metabolites().get(Analyte.NORKETAMINE));
    for (int i = 0; i < parent.size(); i++) {
      int at = i;
      double norketamine = metabolite.map(values -> values.get(at)).orElse(0.0);
      var taken = shelf.occupancy().of(experiment.regimen().moiety(), parent.get(i), norketamine);
      lower.add(taken.lowest() * 100);
      upper.add(taken.highest() * 100);
    }
    return new Band(lower, upper);
  }

  private static Weeks relief(
      Experiment experiment, List<Line> lines, Shelf shelf, Picture picture) {
    var published = shelf.relief();
    var regimen = experiment.regimen();
    var reason = "No model asked has a curve for these doses";
    for (var line : lines) {
      var refusal = published.refusal(line.model(), experiment.person(), regimen);
      if (refusal.isEmpty()) {
        return forecast(experiment, line, published, picture);
      }
      reason = refusal.get();
    }
    return new Weeks(Optional.empty(), reason, "", "", PainRelief.LABEL, published.evidence());
  }

  private static Weeks forecast(
      Experiment experiment, Line line, PainRelief published, Picture picture) {
    var minutes = new ArrayList<Double>();
    double end = experiment.end() + WEEKS * 7 * DAY;
    for (double minute = 0; minute <= end; minute += SIX_HOURS) {
      minutes.add(minute);
    }
    var forecast =
        published.forecast(line.model(), experiment.person(), experiment.regimen(), minutes);
    picture.relief(forecast);
    var days = forecast.daysAtLeast(HALF);
    var response = published.response();
    var placebo = published.placeboResponse();
    return new Weeks(
        Optional.of(line.model().title()),
        "",
        "%s days (%s to %s)".formatted(whole(days.typical()), whole(days.from()), whole(days.to())),
        "Relief came at all in %s of 100 people (%s to %s), and in %s (%s to %s) with placebo"
            .formatted(
                whole(response.typical() * 100),
                whole(response.from() * 100),
                whole(response.to() * 100),
                whole(placebo.typical() * 100),
                whole(placebo.from() * 100),
                whole(placebo.to() * 100)),
        PainRelief.LABEL,
        published.evidence());
  }

  private static Row row(Line line, List<Double> minutes, double end) {
    var upper = line.plasma().upper();
    int peak = highest(upper);
    int later = minutes.indexOf(end + Disagreement.LATER);
    var effect = line.effect().map(Band::upper);
    int effectPeak = effect.map(Worked::highest).orElse(0);
    return new Row(
        line,
        concentration(line.plasma(), peak),
        minute(minutes.get(peak)),
        later < 0 ? "" : concentration(line.plasma(), later),
        line.effect().map(band -> concentration(band, effectPeak)).orElse(""),
        effect.map(_ -> minute(minutes.get(effectPeak))).orElse(""));
  }

  private static int highest(List<Double> values) {
    int highest = 0;
    for (int i = 1; i < values.size(); i++) {
      highest = values.get(i) > values.get(highest) ? i : highest;
    }
    return highest;
  }

  private static String concentration(Band band, int i) {
    var lower = ngPerMl(band.lower().get(i));
    var upper = ngPerMl(band.upper().get(i));
    return lower.equals(upper) ? upper : lower + " to " + upper;
  }

  /// Three significant digits, as a screen shows them.
  public static String ngPerMl(double value) {
    return Figures.rounded(BigDecimal.valueOf(value), 3, 1);
  }

  public static String whole(double value) {
    return Figures.count(Math.round(value));
  }

  /// `40 min`, `4 h`, `3 d`.
  public static String minute(double value) {
    if (value < 600) {
      return Figures.withUnit(Figures.rounded(BigDecimal.valueOf(value), 4, 1), "min");
    }
    return value < 4 * DAY
        ? Figures.withUnit(Figures.rounded(BigDecimal.valueOf(value / 60), 3, 1), "h")
        : Figures.withUnit(Figures.rounded(BigDecimal.valueOf(value / DAY), 3, 1), "d");
  }

  /// True where the curves are not all of one kind of blood.
  public boolean mixesMatrices() {
    return lines.stream().map(line -> line.model().matrix()).distinct().count() > 1;
  }

  public Dose total() {
    return experiment.total();
  }

  /// The dose for each kilogram; empty where nothing is given.
  public Optional<String> totalPerWeight() {
    return total().milligrams().signum() == 0
        ? Optional.empty()
        : Optional.of(Figures.of(total().per(experiment.person().weight())));
  }

  /// The same question at the command line.
  public String command() {
    var words = new StringBuilder("nepenthe simulate");
    experiment.models().forEach(model -> words.append(" --model ").append(model.id()));
    var person = experiment.person();
    words.append(" --weight ").append(person.weight().kilograms().toPlainString()).append("kg");
    person.age().ifPresent(age -> words.append(" --age ").append(age.years().toPlainString()));
    person
        .ethnicity()
        .ifPresent(group ->
            words
                .append(" --ethnicity ")
                .append(group.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
    words.append(" --moiety ").append(experiment.regimen().moiety().genericName());
    experiment.words().forEach(line -> words.append(" --dose \"").append(line).append('"'));
    return words
        .append(" --until ")
        .append(BigDecimal.valueOf(experiment.until()).stripTrailingZeros().toPlainString())
        .append("min")
        .toString();
  }

  /// Everything the charts of concentration show, one line for each model and minute.
  String csv() {
    var text =
        new StringBuilder(
            "time_min,model,cp_low_ng_per_mL,cp_high_ng_per_mL,ce_low_ng_per_mL,ce_high_ng_per_mL\n");
    for (var line : lines) {
      for (int i = 0; i < minutes.size(); i++) {
        int at = i;
        text.append(minutes.get(i))
            .append(',')
            .append(line.model().id())
            .append(',')
            .append(line.plasma().lower().get(i))
            .append(',')
            .append(line.plasma().upper().get(i))
            .append(',')
            .append(line.effect().map(band -> band.lower().get(at).toString()).orElse(""))
            .append(',')
            .append(line.effect().map(band -> band.upper().get(at).toString()).orElse(""))
            .append('\n');
      }
    }
    return text.toString();
  }
}
