package org.nepenthe.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// `fhir` maps values; it neither listens nor calls.
class FhirModuleTest {
  @Test
  void fhirHasNoHttp() {
    House.product().obeys(noHttp(House.product()));
  }

  @Test
  void canaryIsReported() {
    House.canary().isReportedBy(noHttp(House.canary()), "fhir.FetchingMapper");
  }

  private static ArchRule noHttp(House house) {
    return noClasses()
        .that()
        .resideInAnyPackage(house.packages("fhir"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "jakarta.servlet..",
            "org.springframework..",
            "org.apache.http..",
            "org.apache.hc..",
            "okhttp3..",
            "ca.uhn.fhir.rest.client..",
            "ca.uhn.fhir.rest.server..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.net\\.(Http)?URLConnection|java\\.net\\.(Server)?Socket")
        .because("a mapper that fetches what a document points at can be led anywhere");
  }
}
