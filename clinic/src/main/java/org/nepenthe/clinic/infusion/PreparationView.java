package org.nepenthe.clinic.infusion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nepenthe.care.decision.Actor;
import org.nepenthe.care.infusion.Deed;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionEvent.DrugChecked;
import org.nepenthe.care.infusion.InfusionEvent.DrugPrepared;
import org.nepenthe.care.infusion.InfusionEvent.TimeOutItemDone;
import org.nepenthe.care.infusion.InfusionLog;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.care.infusion.Preparation;
import org.nepenthe.care.infusion.check.DoseCheck;
import org.nepenthe.care.infusion.check.Mismatch;
import org.nepenthe.care.infusion.check.TimeOutItem;
import org.nepenthe.care.planning.order.DoseOrder;
import org.nepenthe.care.planning.order.Vials;
import org.nepenthe.care.planning.slip.Quantity;
import org.nepenthe.care.planning.slip.Slips;
import org.nepenthe.clinic.infusion.picture.LivePicture;
import org.nepenthe.clinic.platform.display.Figures;

/// A preparation as its pages show it.
///
/// @param picture the same that the live page will show
/// @param product what is drawn up, with what stands on its label
/// @param taken what was taken since the day before; empty where nothing is asked
/// @param readings every preparation and check so far, the oldest first
/// @param missing what still stands in the way of the start; empty when nothing does
/// @param waitsForCheck true where a preparation agrees with the plan and nobody has checked it
/// @param viewerPrepared true where the person who looks is the one who prepared
/// @param open false once the preparation is over
public record PreparationView(
    LivePicture picture,
    Product product,
    List<Item> timeOut,
    Optional<TakenView> taken,
    List<Read> readings,
    List<String> missing,
    boolean waitsForCheck,
    boolean viewerPrepared,
    boolean open) {

  /// The product as its label has it: milligrams in one millilitre, and in the whole vial.
  ///
  /// @param vial milligrams in a vial of so many millilitres; empty where its content is not known
  /// @param asks what to ask where one vial does not hold the dose
  public record Product(
      String strength, String drawn, Optional<String> vial, Optional<String> asks) {
    static Product of(DoseOrder order) {
      return new Product(
          Figures.of(order.vial()),
          Figures.of(order.drawn()),
          order
              .vials()
              .map(vials ->
                  "%s in a vial of %s"
                      .formatted(
                          Figures.of(vials.inOne(order.vial(), order.moiety())),
                          Figures.of(vials.content()))),
          order
              .vials()
              .filter(Vials::moreThanOne)
              .map(vials ->
                  "%d vials for one dose: is that meant? Ask before the second is opened."
                      .formatted(vials.count())));
    }
  }

  /// One item of the time-out list.
  public record Item(String key, String says, Optional<LivePicture.Seen> done) {}

  /// What one person read.
  ///
  /// @param what "Prepared" or "Checked independently"
  /// @param lines what was read; empty where the reader of this page is still to read it blind
  /// @param slips what may have happened where it does not agree
  public record Read(
      String what,
      String by,
      Instant at,
      List<Line> lines,
      List<Mismatch> mismatches,
      List<String> slips) {}

  /// One thing that was read.
  public record Line(String label, String value) {}

  static PreparationView of(
      Infusion infusion, LivePicture picture, InfusionRules rules, Actor viewer, Instant at) {
    var log = infusion.log();
    var missing =
        infusion instanceof Infusion.Preparing preparing
            ? Preparation.missing(preparing, rules, new Deed(viewer, at, at))
            : List.of(picture.state().words());
    var prepared = log.prepared();
    boolean agrees =
        prepared.map(drug -> Preparation.differsFromPlan(drug, log, rules).isEmpty()).orElse(false);
    boolean checked = log.checked().map(check -> check.mismatches().isEmpty()).orElse(false);
    boolean preparedByViewer = prepared.map(drug -> drug.by().isSamePersonAs(viewer)).orElse(false);
    boolean blind = agrees && !checked && !preparedByViewer;
    return new PreparationView(
        picture,
        Product.of(log.order()),
        rules.timeOut().stream().map(item -> item(log, item)).toList(),
        TakenView.of(log, rules, viewer),
        readings(log, rules, blind),
        missing,
        agrees && !checked,
        preparedByViewer,
        infusion instanceof Infusion.Preparing);
  }

  private static Item item(InfusionLog log, TimeOutItem item) {
    for (var entry : log.standing()) {
      if (entry.event() instanceof TimeOutItemDone(var key, _, var at, var by)
          && key.equals(item.key())) {
        return new Item(item.key(), item.says(), Optional.of(new LivePicture.Seen(by.name(), at)));
      }
    }
    return new Item(item.key(), item.says(), Optional.empty());
  }

  /// @param blind true for whoever may be the second person: a number that is seen before is a
  ///     number that is read
  private static List<Read> readings(InfusionLog log, InfusionRules rules, boolean blind) {
    var readings = new ArrayList<Read>();
    for (var entry : log.standing()) {
      if (entry.event() instanceof DrugPrepared prepared) {
        readings.add(
            new Read(
                "Prepared",
                prepared.by().name(),
                prepared.at(),
                blind ? List.of() : lines(prepared.found()),
                Preparation.differsFromPlan(prepared, log, rules),
                slips(log.order(), prepared.found())));
      } else if (entry.event() instanceof DrugChecked checked) {
        readings.add(
            new Read(
                "Checked independently",
                checked.by().name(),
                checked.at(),
                lines(checked.found()),
                checked.mismatches(),
                slips(log.order(), checked.found())));
      }
    }
    return readings;
  }

  /// Every number that is not the ordered one and looks like a slip that has hurt people before.
  private static List<String> slips(DoseOrder order, DoseCheck found) {
    var slips = new ArrayList<String>();
    slip(slips, order, Quantity.WEIGHT, found.weight().kilograms());
    slip(slips, order, Quantity.VIAL_STRENGTH, found.vial().milligramsPerMillilitre());
    slip(slips, order, Quantity.PREPARED_STRENGTH, found.prepared().milligramsPerMillilitre());
    slip(slips, order, Quantity.DOSE, found.dose().milligrams());
    slip(slips, order, Quantity.RATE, found.rate().millilitresPerHour());
    return slips;
  }

  private static void slip(
      List<String> slips, DoseOrder order, Quantity quantity, java.math.BigDecimal read) {
    var behind = Slips.behind(order, quantity, read);
    if (!behind.isEmpty()) {
      slips.add("Where %s should stand: %s".formatted(quantity.words(), Slips.words(behind)));
    }
  }

  private static List<Line> lines(DoseCheck found) {
    return List.of(
        new Line("Drug", found.moiety().genericName()),
        new Line("Weight", Figures.exact(found.weight().kilograms(), "kg")),
        new Line("Vial", Figures.exact(found.vial().milligramsPerMillilitre(), "mg/mL")),
        new Line("Prepared", Figures.exact(found.prepared().milligramsPerMillilitre(), "mg/mL")),
        new Line("Dose", Figures.exact(found.dose().milligrams(), "mg")),
        new Line("Rate", Figures.exact(found.rate().millilitresPerHour(), "mL/h")));
  }
}
