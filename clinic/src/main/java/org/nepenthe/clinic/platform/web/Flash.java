package org.nepenthe.clinic.platform.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One sentence shown on the next page after something was done.
public record Flash(Kind kind, String sentence) {
  static final String ATTRIBUTE = "flash";

  /// What kind of news it is.
  public enum Kind {
    DONE,
    NOTE
  }

  /// Something was stored; shown after the redirect.
  public static void done(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute(ATTRIBUTE, new Flash(Kind.DONE, sentence));
  }

  /// Something to know, where nothing was stored; shown after the redirect.
  public static void note(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute(ATTRIBUTE, new Flash(Kind.NOTE, sentence));
  }
}
