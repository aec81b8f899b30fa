package org.nepenthe.clinic.security;

import static org.nepenthe.care.decision.Role.ADMINISTRATOR;
import static org.nepenthe.care.decision.Role.AUDITOR;
import static org.nepenthe.care.decision.Role.FRONT_DESK;
import static org.nepenthe.care.decision.Role.NURSE;
import static org.nepenthe.care.decision.Role.PHARMACIST;
import static org.nepenthe.care.decision.Role.PHYSICIAN;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nepenthe.care.decision.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The one table that says which role may open or send what. The first row that matches a request
/// decides; a request that no row matches is refused. A page without a row does not exist for
/// anybody, and a test finds it.
public final class AccessRules {
  private static final Set<Role> EVERYONE =
      roles(PHYSICIAN, NURSE, PHARMACIST, FRONT_DESK, AUDITOR, ADMINISTRATOR);
  private static final Set<Role> CHART_READERS =
      roles(PHYSICIAN, NURSE, PHARMACIST, FRONT_DESK, AUDITOR);
  private static final Set<Role> CLINICAL_READERS = roles(PHYSICIAN, NURSE, PHARMACIST, AUDITOR);
  private static final Set<Role> INTAKE = roles(PHYSICIAN, NURSE, FRONT_DESK);
  private static final Set<Role> CHAIRSIDE = roles(PHYSICIAN, NURSE);
  private static final Set<Role> SECOND_CHECK = roles(PHYSICIAN, NURSE, PHARMACIST);
  private static final Set<Role> KNOWLEDGE_SIGNERS = roles(PHYSICIAN, PHARMACIST);
  private static final Set<Role> LABORATORY = roles(PHYSICIAN, NURSE, PHARMACIST);
  private static final Set<Role> PRESCRIBER = roles(PHYSICIAN);
  private static final Set<Role> LOG_READERS = roles(AUDITOR);
  private static final Set<Role> OVERRIDE_READERS =
      roles(PHYSICIAN, PHARMACIST, AUDITOR, ADMINISTRATOR);
  private static final Set<Role> PATIENT_LOG_READERS = roles(AUDITOR, PHYSICIAN);
  private static final Set<Role> USER_KEEPERS = roles(ADMINISTRATOR);
  private static final Set<Role> USER_READERS = roles(ADMINISTRATOR, AUDITOR);

  private static final List<Rule> TABLE =
      List.of(
          anybody("/login"),
          anybody("/error"),
          anybody("/assets/**"),
          anybody("/first-administrator/**"),
          any("/logout", EVERYONE),
          any("/account/**", EVERYONE),
          any("/unlock", EVERYONE),
          any("/locked", EVERYONE),
          any("/lock", EVERYONE),
          any("/activity", EVERYONE),
          read("/style", EVERYONE),
          read("/", CHART_READERS),
          read("/board", CHART_READERS),
          read("/calendar/**", CHART_READERS),
          any("/what-if/**", CLINICAL_READERS),
          read("/users/new", USER_KEEPERS),
          read("/users/**", USER_READERS),
          any("/users/**", USER_KEEPERS),
          read("/overrides", OVERRIDE_READERS),
          read("/log/**", LOG_READERS),
          any("/knowledge/site-policy/write", KNOWLEDGE_SIGNERS),
          read("/knowledge/versions/*/verdicts", KNOWLEDGE_SIGNERS),
          read("/knowledge/**", EVERYONE),
          read("/education", EVERYONE),
          send("/knowledge/versions/**", KNOWLEDGE_SIGNERS),
          send("/knowledge/site-policy/**", KNOWLEDGE_SIGNERS),
          any("/laboratory/**", LABORATORY),
          any("/patients/*/laboratory", LABORATORY),
          read("/patients/*/log/**", PATIENT_LOG_READERS),
          any("/patients/import/**", INTAKE),
          send("/patients/search", CHART_READERS),
          read("/patients/*/measurements", CHAIRSIDE),
          send("/patients/*/measurements", CHAIRSIDE),
          read("/patients/**", CHART_READERS),
          send("/patients/*/referral/**", INTAKE),
          send("/patients/*/escort/**", INTAKE),
          send("/patients/**", INTAKE),
          read("/courses/*/laboratory", LABORATORY),
          read("/courses/*/referral/**", CHART_READERS),
          send("/courses/*/referral/**", INTAKE),
          send("/courses/*/override/**", PRESCRIBER),
          send("/courses/*/screening/override/**", PRESCRIBER),
          send("/courses/*/screening/**", CHAIRSIDE),
          send("/courses/*/consent/**", CHAIRSIDE),
          send("/courses/*/plan/**", PRESCRIBER),
          send("/courses/*/series/**", CHAIRSIDE),
          send("/courses/*/approval/**", PRESCRIBER),
          send("/courses/*/decision/**", PRESCRIBER),
          send("/courses/*/followup/**", CHAIRSIDE),
          send("/courses/*/infusions/**", CHAIRSIDE),
          read("/courses/**", CLINICAL_READERS),
          send("/infusions/*/prepare/taken/override", PRESCRIBER),
          send("/infusions/*/prepare/taken", CHAIRSIDE),
          send("/infusions/*/prepare/check/**", SECOND_CHECK),
          send("/infusions/*/prepare/**", SECOND_CHECK),
          send("/infusions/*/escort/**", INTAKE),
          send("/infusions/**", CHAIRSIDE),
          read("/infusions/*/escort", CHART_READERS),
          read("/infusions/**", CLINICAL_READERS));

  private AccessRules() {}

  /// Who may make a request, or empty where the table has no row for it.
  public static Optional<Access> forRequest(String method, String path) {
    var container = PathContainer.parsePath(path);
    return TABLE.stream()
        .filter(rule -> rule.covers(method) && rule.pattern().matches(container))
        .map(Rule::access)
        .findFirst();
  }

  /// Whether a signed-in person with this role may make a request.
  public static boolean allows(Role role, String method, String path) {
    return forRequest(method, path).map(access -> access.allows(role)).orElse(false);
  }

  /// Who may make a request.
  public sealed interface Access {
    /// Signed in or not.
    record Anybody() implements Access {}

    record Only(Set<Role> roles) implements Access {}

    default boolean allows(Role role) {
      return switch (this) {
        case Anybody _ -> true;
        case Only(var roles) -> roles.contains(role);
      };
    }
  }

  private enum Methods {
    READ,
    SEND,
    ANY
  }

  private record Rule(Methods methods, PathPattern pattern, Access access) {
    private boolean covers(String method) {
      boolean reading = method.equals("GET") || method.equals("HEAD");
      return switch (methods) {
        case ANY -> true;
        case READ -> reading;
        case SEND -> !reading;
      };
    }
  }

  private static Rule anybody(String path) {
    return new Rule(Methods.ANY, pattern(path), new Access.Anybody());
  }

  private static Rule any(String path, Set<Role> roles) {
    return new Rule(Methods.ANY, pattern(path), new Access.Only(roles));
  }

  private static Rule read(String path, Set<Role> roles) {
    return new Rule(Methods.READ, pattern(path), new Access.Only(roles));
  }

  private static Rule send(String path, Set<Role> roles) {
    return new Rule(Methods.SEND, pattern(path), new Access.Only(roles));
  }

  private static PathPattern pattern(String path) {
    return PathPatternParser.defaultInstance.parse(path);
  }

  private static Set<Role> roles(Role first, Role... others) {
    return Collections.unmodifiableSet(EnumSet.of(first, others));
  }
}
