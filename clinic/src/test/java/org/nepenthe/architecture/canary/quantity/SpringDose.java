package org.nepenthe.architecture.canary.quantity;

import jakarta.annotation.Nullable;
import org.springframework.stereotype.Component;

/// Breaks: a framework in the core, a second nullness library.
@Component
class SpringDose {
  @Nullable
  Object nothing() {
    return null;
  }
}
