package org.nepenthe.clinic.infusion.picture;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nepenthe.care.infusion.Infusion;
import org.nepenthe.care.infusion.InfusionRules;
import org.nepenthe.clinic.infusion.picture.LivePicture.Can;

/// What can be recorded now, and why the rest cannot, so that no button ends in a refusal that was
/// foreseeable. Whoever records is judged again by the core.
final class Permissions {
  private static final Can YES = new Can(true, "");

  private Permissions() {}

  static Map<String, Can> of(
      Infusion infusion, InfusionRules rules, boolean simulated, Instant at) {
    boolean running = infusion instanceof Infusion.Infusing;
    boolean held = infusion instanceof Infusion.Held;
    boolean unknown = infusion instanceof Infusion.Unconfirmed;
    boolean closed =
        infusion instanceof Infusion.Discharged || infusion instanceof Infusion.Abandoned;
    boolean giving = running || held || unknown;
    var pump = unknown ? "Confirm the pump's state first" : "The pump is not running";
    var over = "This infusion is closed";
    var blocked = rules.schedule().blocksIncrease(infusion, at);
    boolean complete = infusion.log().deliveredAt(at).complete(infusion.log().order());
    var noMore = complete ? Optional.of("The approved dose has been given") : blocked;
    var can = new LinkedHashMap<String, Can>();
    can.put("rate", running ? YES : no(pump));
    can.put("hold", running ? YES : no(pump));
    can.put("resume", held ? noMore.map(Permissions::no).orElse(YES) : no("Not on hold"));
    can.put("stop", giving ? YES : no("Nothing is being given"));
    can.put("rescue", closed ? no(over) : YES);
    can.put("observations", closed ? no(over) : YES);
    can.put("adverse-event", closed ? no(over) : YES);
    can.put("confirm", unknown ? YES : no("The pump's state is not in doubt"));
    can.put("strike", YES);
    can.put("acknowledge", closed ? no(over) : YES);
    can.put(
        "simulated-reading",
        closed ? no(over) : simulated ? YES : no("There is no simulated bedside here"));
    can.put("rate-increase", running ? noMore.map(Permissions::no).orElse(YES) : no(pump));
    return can;
  }

  private static Can no(String because) {
    return new Can(false, because);
  }
}
