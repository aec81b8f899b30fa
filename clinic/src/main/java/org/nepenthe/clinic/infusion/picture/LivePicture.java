package org.nepenthe.clinic.infusion.picture;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One infusion as it is shown at one moment, complete: what a page and `live.json` hold.
///
/// @param version of the infusion's stream, to be named by every form
/// @param picture changes whenever anything here but an age changes
/// @param asOf the server's clock when this was made; every age counts from here
public record LivePicture(
    String infusionId,
    String patientId,
    String courseId,
    long version,
    String picture,
    Instant asOf,
    String zone,
    String mode,
    String modeLine,
    boolean simulated,
    String simulatedLine,
    State state,
    Order order,
    Optional<Instant> startedAt,
    List<Stretch> segments,
    List<Rescue> rescues,
    Delivered delivered,
    List<Current> parameters,
    List<ObservedSet> observations,
    List<Marker> markers,
    List<AlertShown> alerts,
    AdviceShown advice,
    Due due,
    ForecastShown forecast,
    Map<String, Can> can,
    Choices choices) {

  /// @param kind preparing, abandoned, infusing, held, unconfirmed, recovering or discharged
  public record State(String kind, Instant since, String words, Optional<String> reason) {}

  public record Order(
      String drug,
      int infusionNumber,
      String protocolId,
      BigDecimal doseMg,
      String doseText,
      String dosePerWeightText,
      String weightText,
      Instant weightMeasuredAt,
      String strengthText,
      BigDecimal rateMlPerHour,
      String rateText,
      String rateMgPerMinText,
      BigDecimal volumeMl,
      String volumeText,
      int minutes,
      String approvedBy,
      Instant expiresAt) {}

  /// @param kind running, held or unknown
  public record Stretch(
      Instant from,
      Optional<Instant> to,
      String kind,
      BigDecimal mlPerHour,
      BigDecimal mgPerHour,
      String rateText,
      String doseRateText) {}

  public record Struck(String reason, String by, Instant at) {}

  public record Rescue(
      String eventId, Instant at, String drug, String text, String by, Optional<Struck> struck) {}

  /// @param certain false while a stretch with unknown pump state is part of it
  public record Delivered(
      BigDecimal mg,
      String mgText,
      BigDecimal ml,
      String mlText,
      String mgPerKgText,
      int percent,
      BigDecimal remainingMl,
      String remainingText,
      boolean certain,
      String words,
      Optional<Instant> projectedEnd,
      Optional<BigDecimal> projectedMg,
      String projectedMgText) {}

  /// @param plot main, saturation or row
  /// @param reading fresh, stale or absent
  /// @param breach priority of the active alert about it, or none
  public record Current(
      String id,
      String label,
      @JsonProperty("short") String shortLabel,
      String unit,
      String plot,
      String reading,
      Optional<BigDecimal> value,
      String text,
      Optional<Instant> observedAt,
      Optional<Instant> staleAt,
      String source,
      String breach) {}

  public record ObservedSet(
      String eventId,
      Instant observedAt,
      Instant recordedAt,
      String by,
      String source,
      Optional<Struck> struck,
      Map<String, ObservedValue> values) {}

  /// @param absent why there is no value, where there is none
  public record ObservedValue(
      Optional<BigDecimal> value,
      Optional<String> text,
      boolean derived,
      Optional<String> absent) {}

  public record Marker(
      int number,
      String eventId,
      Instant at,
      Instant recordedAt,
      String kind,
      String text,
      String by,
      Optional<Struck> struck,
      boolean canStrike) {}

  public record Seen(String by, Instant at) {}

  public record AlertShown(
      String id,
      String rule,
      String priority,
      String mark,
      boolean technical,
      String text,
      Optional<String> parameter,
      String observedText,
      Optional<Instant> observedAt,
      Instant since,
      boolean active,
      Optional<Seen> acknowledged,
      String step,
      String basis,
      String href) {}

  /// @param kind no-limit-breached, watch, hold, stop, unavailable or record-only
  public record AdviceShown(
      String kind, String words, Instant asOf, List<String> reasons, List<String> missing) {}

  /// @param state none, later, soon, due or overdue
  public record Due(
      String state,
      Optional<Instant> dueAt,
      Optional<Instant> overdueSince,
      Optional<Integer> everyMinutes,
      String words) {}

  /// @param unavailable why there is none, where there is none
  public record ForecastShown(
      Optional<String> unavailable,
      Instant asOf,
      String unit,
      String note,
      List<Instant> times,
      List<ModelCurve> models,
      Bands band) {}

  public record ModelCurve(
      String id, String name, List<BigDecimal> plasma, List<BigDecimal> effect) {}

  public record Bands(
      List<BigDecimal> plasmaLow,
      List<BigDecimal> plasmaHigh,
      List<BigDecimal> effectLow,
      List<BigDecimal> effectHigh) {}

  /// Whether something can be recorded now, and if not, why.
  public record Can(boolean now, String because) {}

  /// @param ranges smallest and greatest value accepted, by parameter
  public record Choices(
      List<List<String>> absent,
      List<List<String>> nausea,
      List<List<String>> adverse,
      List<List<String>> grades,
      List<List<String>> rescueDrugs,
      Map<String, List<String>> ranges) {}
}
