package org.nepenthe.architecture.canary.care.screening;

import org.slf4j.Logger;

/// Breaks: a log in the core.
public class LoggedInterview {
  void ask(Logger log) {
    log.info("asked");
  }
}
