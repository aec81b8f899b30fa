package org.nepenthe.clinic.infusion.sheet;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.ObservationSet;
import org.nepenthe.care.infusion.observation.Parameter;
import org.nepenthe.care.infusion.pump.Segment;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.nepenthe.clinic.platform.display.Figures;

/// The drug bar and the signs on one time axis, as places on paper. Nothing is joined across time:
/// each sign stands where it was observed.
///
/// @param lines every five minutes; a labelled one every quarter of an hour
public record SheetChart(
    int width, int height, List<Line> lines, List<Bar> bars, List<Sign> signs, List<Level> levels) {
  private static final int LEFT = 56;
  private static final int RIGHT = 10;
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 330;
  private static final int BAR_TOP = 26;
  private static final int BAR_HEIGHT = 22;
  private static final int PLOT_TOP = 66;
  private static final int PLOT_BOTTOM = 310;

  /// The usual scale of an anaesthesia record.
  private static final int HIGHEST = 220;

  private static final int STEP = 20;
  private static final int MINOR_MINUTES = 5;
  private static final int MAJOR_MINUTES = 15;

  /// Up to here a line every five minutes can be told from the next.
  private static final int FINE_MINUTES = 240;

  private static final int COARSE_MINOR_MINUTES = 15;
  private static final int COARSE_MAJOR_MINUTES = 60;

  /// More than this does not fit on paper; what lies beyond stands in the tables.
  private static final int LONGEST_MINUTES = 720;

  public SheetChart {
    lines = List.copyOf(lines);
    bars = List.copyOf(bars);
    signs = List.copyOf(signs);
    levels = List.copyOf(levels);
  }

  /// @param label empty for a minor line
  public record Line(String x, String label) {}

  /// @param kind running, held or unknown
  public record Bar(String x, String width, String kind, String label) {}

  /// @param kind pulse, systolic, diastolic or saturation
  public record Sign(String x, String y, String kind, boolean struck) {}

  public record Level(String y, String label) {}

  static Optional<SheetChart> of(Infusion infusion, Instant end, ClinicTime time) {
    return infusion
        .log()
        .started()
        .map(started -> new Axis(infusion, started.at(), end, time).chart());
  }

  private static final class Axis {
    private final Infusion infusion;
    private final Instant from;
    private final double minutes;
    private final Instant end;
    private final ClinicTime time;

    Axis(Infusion infusion, Instant started, Instant end, ClinicTime time) {
      this.infusion = infusion;
      this.time = time;
      var first =
          infusion.log().observations().stream()
              .map(ObservationSet::at)
              .filter(at -> at.isAfter(started.minus(Duration.ofMinutes(MAJOR_MINUTES))))
              .findFirst()
              .filter(at -> at.isBefore(started))
              .orElse(started);
      this.from = floor(first);
      var longest = from.plus(Duration.ofMinutes(LONGEST_MINUTES));
      this.end = end.isAfter(longest) ? longest : end;
      this.minutes = Math.max(MAJOR_MINUTES, Duration.between(from, this.end).toSeconds() / 60.0);
    }

    SheetChart chart() {
      var lines = new ArrayList<Line>();
      boolean fine = minutes <= FINE_MINUTES;
      int minor = fine ? MINOR_MINUTES : COARSE_MINOR_MINUTES;
      int major = fine ? MAJOR_MINUTES : COARSE_MAJOR_MINUTES;
      for (int minute = 0; minute <= minutes; minute += minor) {
        var at = from.plus(Duration.ofMinutes(minute));
        lines.add(new Line(x(at), minute % major == 0 ? time.time(at) : ""));
      }
      var levels = new ArrayList<Level>();
      for (int level = 0; level <= HIGHEST; level += STEP) {
        levels.add(new Level(y(BigDecimal.valueOf(level)), Integer.toString(level)));
      }
      var signs = new ArrayList<Sign>();
      for (var set : infusion.log().allObservations()) {
        sign(set, Parameter.SYSTOLIC, "systolic").ifPresent(signs::add);
        sign(set, Parameter.DIASTOLIC, "diastolic").ifPresent(signs::add);
        sign(set, Parameter.HEART_RATE, "pulse").ifPresent(signs::add);
      }
      return new SheetChart(WIDTH, HEIGHT, lines, bars(), signs, levels);
    }

    private List<Bar> bars() {
      var bars = new ArrayList<Bar>();
      for (var segment : infusion.log().segments()) {
        var to = segment.to().orElse(end);
        var start = position(segment.from());
        var width = Math.max(1, position(to) - start);
        bars.add(
            switch (segment) {
              case Segment.Running(var rate, _, _) ->
                  new Bar(place(start), place(width), "running", Figures.of(rate));
              case Segment.OnHold _ -> new Bar(place(start), place(width), "held", "hold");
              case Segment.Unknown _ -> new Bar(place(start), place(width), "unknown", "unknown");
            });
      }
      return bars;
    }

    private Optional<Sign> sign(ObservationSet set, Parameter parameter, String kind) {
      if (set.at().isBefore(from) || set.at().isAfter(end)) {
        return Optional.empty();
      }
      return set.value(parameter)
          .map(value -> new Sign(x(set.at()), y(value), kind, set.struck().isPresent()));
    }

    private double position(Instant at) {
      var passed = Duration.between(from, at).toMillis() / 60_000.0;
      return LEFT + (WIDTH - LEFT - RIGHT) * Math.clamp(passed / minutes, 0, 1);
    }

    private String x(Instant at) {
      return place(position(at));
    }

    private static String y(BigDecimal value) {
      double share = Math.clamp(value.doubleValue() / HIGHEST, 0, 1);
      return place(PLOT_BOTTOM - share * (PLOT_BOTTOM - PLOT_TOP));
    }

    private static Instant floor(Instant at) {
      var minute = at.truncatedTo(ChronoUnit.MINUTES);
      long off = minute.getEpochSecond() / 60 % MINOR_MINUTES;
      return minute.minus(Duration.ofMinutes(off));
    }
  }

  public static int barTop() {
    return BAR_TOP;
  }

  public static int barHeight() {
    return BAR_HEIGHT;
  }

  public static int plotTop() {
    return PLOT_TOP;
  }

  public static int plotBottom() {
    return PLOT_BOTTOM;
  }

  public static int left() {
    return LEFT;
  }

  private static String place(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
