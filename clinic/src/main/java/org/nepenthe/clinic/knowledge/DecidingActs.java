package org.nepenthe.clinic.knowledge;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything that can be sent to the clinic, and for each whether it decides about a patient with
/// the knowledge. What decides is refused while the knowledge is not approved; what does not
/// decide says why it goes on. What has no row here decides: a new act is refused until somebody
/// has thought about it, and a test finds it.
public final class DecidingActs {
  /// Why something goes on although nobody has approved the knowledge.
  public enum GoesOn {
    FACT("What is told, measured, imported or reported is written down: it judges nothing."),
    TAKES_BACK("Whatever takes back, calls off or withdraws makes nobody less safe."),
    AT_THE_CHAIR(
        "A patient whose infusion has begun is cared for to the end: watched, held, stopped and"
            + " brought home by the knowledge in use since the clinic started."),
    STORES_NOTHING("What only works something out for reading stores nothing."),
    HOUSEKEEPING("Signing in, users and the approval itself are about no patient.");

    private final String sentence;

    GoesOn(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /// Handlers that decide, by their path as the handler names it.
  private static final Set<String> DECIDES =
      Set.of(
          "/courses/{course}/screening/assess",
          "/courses/{course}/screening/override/{rule}",
          "/courses/{course}/consent",
          "/courses/{course}/consent/questions",
          "/courses/{course}/plan",
          "/courses/{course}/plan/beside",
          "/courses/{course}/approval",
          "/courses/{course}/series",
          "/courses/{course}/decision",
          "/infusions",
          "/infusions/{id}/prepare/time-out",
          "/infusions/{id}/prepare/taken",
          "/infusions/{id}/prepare/taken/override",
          "/infusions/{id}/prepare/drug",
          "/infusions/{id}/prepare/check",
          "/infusions/{id}/start");

  private static final Map<String, GoesOn> GOES_ON = goesOn();

  private DecidingActs() {}

  /// Whether a handler is refused while the knowledge is not approved.
  ///
  /// @param handler its path with the names of its variables, such as `/courses/{course}/plan`
  public static boolean decides(String handler) {
    return !GOES_ON.containsKey(handler);
  }

  /// Why a handler goes on; empty where it decides.
  public static Optional<GoesOn> goesOn(String handler) {
    return Optional.ofNullable(GOES_ON.get(handler));
  }

  static Set<String> deciding() {
    return DECIDES;
  }

  static Set<String> goingOn() {
    return GOES_ON.keySet();
  }

  private static Map<String, GoesOn> goesOn() {
    var all = new HashMap<String, GoesOn>();
    rows(
        all,
        GoesOn.FACT,
        "/patients/import",
        "/patients/{patient}/measurements",
        "/patients/{patient}/referral",
        "/courses/{course}/referral/amend",
        "/courses/{course}/screening/answers",
        "/courses/{course}/screening/medicines",
        "/courses/{course}/screening/trials",
        "/courses/{course}/screening/examinations/{examination}",
        "/courses/{course}/series/{number}",
        "/courses/{course}/followup/scores",
        "/courses/{course}/followup/mood",
        "/courses/{course}/followup/safety",
        "/courses/{course}/followup/relief",
        "/courses/{course}/followup/harm",
        "/courses/{course}/followup/check",
        "/courses/{course}/followup/strike");
    rows(
        all,
        GoesOn.TAKES_BACK,
        "/courses/{course}/consent/withdraw",
        "/courses/{course}/plan/withdraw",
        "/courses/{course}/series/{number}/call-off",
        "/infusions/{id}/prepare/abandon");
    rows(
        all,
        GoesOn.AT_THE_CHAIR,
        "/infusions/{id}/rate",
        "/infusions/{id}/hold",
        "/infusions/{id}/resume",
        "/infusions/{id}/stop",
        "/infusions/{id}/confirm",
        "/infusions/{id}/rescue",
        "/infusions/{id}/adverse-event",
        "/infusions/{id}/observations",
        "/infusions/{id}/simulated-reading",
        "/infusions/{id}/strike",
        "/infusions/{id}/acknowledge",
        "/infusions/{id}/recovery/score",
        "/infusions/{id}/recovery/orientation",
        "/infusions/{id}/recovery/observations",
        "/infusions/{id}/recovery/advice",
        "/infusions/{id}/recovery/settle",
        "/infusions/{id}/recovery/discharge",
        "/infusions/{id}/escort");
    rows(
        all,
        GoesOn.STORES_NOTHING,
        "/patients/search",
        "/courses/{course}/plan/preview",
        "/knowledge/site-policy/write",
        "/knowledge/site-policy/check",
        "/what-if/protocol",
        "/what-if/limit",
        "/laboratory",
        "/laboratory/worked",
        "/laboratory/curves.csv",
        "/laboratory/patients",
        "/patients/{patient}/laboratory");
    rows(
        all,
        GoesOn.HOUSEKEEPING,
        "/knowledge/versions/{hash}/signatures",
        "/knowledge/site-policy/drafts",
        "/account",
        "/lock",
        "/locked",
        "/unlock",
        "/activity",
        "/error",
        "/first-administrator/{token}",
        "/users/new",
        "/users/{id}",
        "/users/{id}/deactivate",
        "/users/{id}/activate",
        "/users/{id}/reset");
    return Map.copyOf(all);
  }

  private static void rows(Map<String, GoesOn> all, GoesOn why, String... handlers) {
    for (var handler : handlers) {
      if (DECIDES.contains(handler) || all.put(handler, why) != null) {
        throw new IllegalStateException("'" + handler + "' has two rows");
      }
    }
  }
}
