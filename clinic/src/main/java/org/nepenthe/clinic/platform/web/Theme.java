package org.nepenthe.clinic.platform.web;

import java.util.Locale;

/// How light a page is. Night is for a darkened infusion room.
public enum Theme {
  AUTO("Auto"),
  LIGHT("Light"),
  DARK("Dark"),
  NIGHT("Night");

  private final String words;

  Theme(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whatever a cookie holds; anything unknown follows the device.
  public static Theme of(String code) {
    for (var theme : values()) {
      if (theme.code().equals(code)) {
        return theme;
      }
    }
    return AUTO;
  }
}
