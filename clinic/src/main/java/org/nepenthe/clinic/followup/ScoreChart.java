package org.nepenthe.clinic.followup;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.nepenthe.care.followup.FollowUp;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.outcome.Instrument;
import org.nepenthe.care.outcome.Scored;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;

/// Pain and PEG from 0 to 10 over time, with a mark for each infusion as large as its dose.
public record ScoreChart(
    int width,
    int height,
    List<Level> levels,
    List<Tick> ticks,
    List<Line> lines,
    List<Given> given) {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 320;
  private static final int LEFT = 44;
  private static final int RIGHT = 24;
  private static final int TOP = 16;
  private static final int BOTTOM = 250;
  private static final int DOSE_LINE = 282;
  private static final int HIGHEST = 10;
  private static final int TICKS = 4;

  /// The area of a mark goes with the dose: 100 mg has a radius of 14.
  private static final double RADIUS_OF_100_MG = 14;

  private static final double LEAST_RADIUS = 4;

  public ScoreChart {
    levels = List.copyOf(levels);
    ticks = List.copyOf(ticks);
    lines = List.copyOf(lines);
    given = List.copyOf(given);
  }

  public record Level(String y, String label) {}

  public record Tick(String x, String label) {}

  /// @param kind pain or function
  public record Line(String kind, String title, String path, List<Point> points) {}

  public record Point(String x, String y, String label) {}

  public record Given(String x, String y, String radius, String label) {}

  /// Empty where there is nothing to draw.
  static Optional<ScoreChart> of(
      FollowUp.Facts facts, List<Instrument> instruments, Instant now, ClinicTime time) {
    var moments =
        Stream.concat(
                instruments.stream()
                    .flatMap(one -> facts.state().scores(one).stream())
                    .map(Scored::at),
                facts.infusions().stream().flatMap(log -> log.started().stream()).map(s -> s.at()))
            .sorted()
            .toList();
    return moments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Axis(moments.getFirst(), moments.getLast(), time).chart(facts, instruments, now));
  }

  private record Axis(Instant from, Instant to, ClinicTime time) {

    ScoreChart chart(FollowUp.Facts facts, List<Instrument> instruments, Instant now) {
      var levels = new ArrayList<Level>();
      for (int level = 0; level <= HIGHEST; level += 2) {
        levels.add(new Level(y(BigDecimal.valueOf(level)), Integer.toString(level)));
      }
      var ticks = new ArrayList<Tick>();
      for (int i = 0; i <= TICKS; i++) {
        var at = from.plus(Duration.between(from, to).multipliedBy(i).dividedBy(TICKS));
        if (ticks.isEmpty() || !ticks.getLast().label().equals(time.date(at))) {
          ticks.add(new Tick(x(at), time.date(at)));
        }
      }
      var lines = new ArrayList<Line>();
      for (var instrument : instruments) {
        lines.add(line(instrument, facts.state().scores(instrument)));
      }
      return new ScoreChart(
          WIDTH,
          HEIGHT,
          levels,
          ticks,
          lines,
          facts.infusions().stream()
              .filter(log -> log.started().isPresent())
              .map(log -> given(log, now))
              .toList());
    }

    private Line line(Instrument instrument, List<Scored> scores) {
      var path = new StringBuilder();
      var points = new ArrayList<Point>();
      for (var score : scores) {
        path.append(path.isEmpty() ? "M" : " L")
            .append(x(score.at()))
            .append(' ')
            .append(y(score.value()));
        points.add(
            new Point(
                x(score.at()),
                y(score.value()),
                instrument.shortTitle()
                    + " "
                    + Figures.rounded(score.value(), 3, 1)
                    + " on "
                    + time.date(score.at())));
      }
      return new Line(
          instrument.id().equals(Instrument.NRS) ? "pain" : "function",
          instrument.shortTitle(),
          path.toString(),
          points);
    }

    private Given given(InfusionLog log, Instant now) {
      var dose = log.deliveredAt(now).dose();
      double radius = Math.max(LEAST_RADIUS, RADIUS_OF_100_MG * Math.sqrt(dose.asDouble() / 100));
      return new Given(
          x(log.started().orElseThrow().at()),
          Integer.toString(DOSE_LINE),
          place(radius),
          Figures.of(dose) + " " + dose.moiety().genericName());
    }

    private String x(Instant at) {
      double whole = Duration.between(from, to).toMillis();
      double share = whole == 0 ? 0.5 : Duration.between(from, at).toMillis() / whole;
      return place(LEFT + (WIDTH - LEFT - RIGHT) * Math.clamp(share, 0, 1));
    }

    private static String y(BigDecimal value) {
      return place(BOTTOM - (BOTTOM - TOP) * Math.clamp(value.doubleValue() / HIGHEST, 0, 1));
    }

    private static String place(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }
}
