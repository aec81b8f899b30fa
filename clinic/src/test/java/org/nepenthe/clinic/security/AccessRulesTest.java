package org.nepenthe.clinic.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nepenthe.care.decision.Role;
import org.nepenthe.clinic.ClinicTest;
import org.nepenthe.evidence.Verifies;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ClinicTest
class AccessRulesTest {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Test
  @Verifies("H47")
  void everyHandlerHasARow() {
    var without = new ArrayList<String>();
    mapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          var methods = info.getMethodsCondition().getMethods();
          for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
            for (var pattern : info.getPatternValues()) {
              var path = pattern.replaceAll("\\{[^/]+}", "1b4e28ba-2fa1-11d2-883f-0016d3cca427");
              if (AccessRules.forRequest(method.name(), path).isEmpty()) {
                without.add(method + " " + pattern + " of " + handler);
              }
            }
          }
        });
    assertThat(without).as("add a row to AccessRules").isEmpty();
  }

  @Test
  void aHandlerWithoutARowWouldBeFound() {
    assertThat(AccessRules.forRequest("GET", "/planted")).isEmpty();
    assertThat(AccessRules.forRequest("POST", "/infusions-of-somebody")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # request                               | who may
          GET  /                                  | physician nurse pharmacist front-desk auditor
          GET  /patients                          | physician nurse pharmacist front-desk auditor
          POST /patients/import                   | physician nurse front-desk
          POST /courses/ID/referral               | physician nurse front-desk
          POST /courses/ID/screening              | physician nurse
          POST /courses/ID/screening/answers/x    | physician nurse
          POST /courses/ID/screening/override     | physician
          POST /courses/ID/override               | physician
          GET  /courses/ID/screening              | physician nurse pharmacist auditor
          POST /courses/ID/consent                | physician nurse
          POST /courses/ID/plan                   | physician
          POST /courses/ID/approval               | physician
          POST /courses/ID/decision               | physician
          POST /courses/ID/followup               | physician nurse
          POST /infusions/ID/prepare              | physician nurse pharmacist
          POST /infusions/ID/prepare/check        | physician nurse pharmacist
          POST /infusions/ID/rate                 | physician nurse
          POST /infusions/ID/escort               | physician nurse front-desk
          GET  /infusions/ID/live                 | physician nurse pharmacist auditor
          GET  /board                             | physician nurse pharmacist front-desk auditor
          GET  /infusions/ID/escort               | physician nurse pharmacist front-desk auditor
          POST /infusions/ID/recovery/discharge   | physician nurse
          GET  /patients/ID/log                   | auditor physician
          GET  /patients/ID/log/chain             | auditor physician
          GET  /log                               | auditor
          GET  /overrides                         | physician pharmacist auditor administrator
          GET  /courses/ID/laboratory             | physician nurse pharmacist
          GET  /users                             | auditor administrator
          GET  /users/new                         | administrator
          POST /users/new                         | administrator
          POST /users/ID/reset                    | administrator
          GET  /account                           | physician nurse pharmacist front-desk auditor administrator
          """)
  @Verifies({"H35", "H47"})
  void rolesAndRequests(String request, String who) {
    var parts = request.split(" +");
    var path = parts[1].replace("ID", "1b4e28ba-2fa1-11d2-883f-0016d3cca427");
    var may =
        Set.of(Role.values()).stream()
            .filter(role -> AccessRules.allows(role, parts[0], path))
            .map(role -> role.words().replace(' ', '-'))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(may).isEqualTo(new TreeSet<>(Set.of(who.split(" +"))));
  }

  /// The auditor reads everything of this table that is not an administrator's, and sends nothing
  /// but what is their own.
  @ParameterizedTest
  @CsvSource({
    "/patients/import",
    "/courses/x/plan",
    "/courses/x/screening",
    "/infusions/x/rate",
    "/users/new"
  })
  void theAuditorSendsNothing(String path) {
    assertThat(AccessRules.allows(Role.AUDITOR, "POST", path)).isFalse();
    assertThat(AccessRules.allows(Role.AUDITOR, "PUT", path)).isFalse();
    assertThat(AccessRules.allows(Role.AUDITOR, "DELETE", path)).isFalse();
  }
}
