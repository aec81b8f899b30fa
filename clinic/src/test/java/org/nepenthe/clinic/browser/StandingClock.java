package org.nepenthe.clinic.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The clinic's clock on a Tuesday morning. It stands still until a test moves it on, so that what
/// was given in forty minutes is a number that can be worked out by hand.
final class StandingClock implements InstantSource {
  /// Later than anything in the shipped bundles: 09:00 in Berlin.
  private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  void passes(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time never goes back: " + time);
    }
    now = now.plus(time);
  }

  void minutesPass(int minutes) {
    passes(Duration.ofMinutes(minutes));
  }

  /// Nine o'clock of the next day: other tests may have moved the clock.
  void nextMorning() {
    var nine = now.atZone(ZONE).toLocalDate().plusDays(1).atTime(9, 0);
    now = nine.atZone(ZONE).toInstant();
  }

  /// The day as pages write it.
  String today() {
    return DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH).format(now.atZone(ZONE));
  }

  /// So many hours from now, as a date-time field takes it.
  String in(int hours) {
    var then = now.plus(Duration.ofHours(hours)).atZone(ZONE);
    return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(then);
  }

  /// Puts the clock in the place of the machine's. The simulated monitors send only when a test
  /// asks them: what they sent by themselves would depend on how fast the machine is.
  @TestConfiguration(proxyBeanMethods = false)
  static class InTheClinic {
    @Bean
    @Primary
    StandingClock standingClock() {
      return new StandingClock();
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor silentMonitors() {
      return registry -> registry.removeBeanDefinition("simulatedMonitoring");
    }
  }
}
