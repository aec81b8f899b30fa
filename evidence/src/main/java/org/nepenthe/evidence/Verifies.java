package org.nepenthe.evidence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says of a test which hazards of `docs/safety/hazards.yaml` have their control proved by it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Verifies {
  /// Hazard ids, for example `H05`, and ids of real events, for example `C1`.
  String[] value();
}
