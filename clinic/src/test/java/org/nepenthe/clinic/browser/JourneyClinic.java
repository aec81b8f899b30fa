package org.nepenthe.clinic.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.nepenthe.clinic.ClinicTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The clinic of the browser tests: one for all of them, with a clock of its own. Nobody's screen
/// locks while hours pass in a moment.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClinicTest
@Import(StandingClock.InTheClinic.class)
@TestPropertySource(
    properties = {
      "nepenthe.zone=Europe/Berlin",
      "nepenthe.idle-lock-minutes=300000",
      "nepenthe.demonstration.patients=false"
    })
@interface JourneyClinic {}
