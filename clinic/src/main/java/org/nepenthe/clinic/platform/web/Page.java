package org.nepenthe.clinic.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nepenthe.clinic.platform.display.ClinicTime;

/// The frame of one page: for whom it is made, when, and what the layout shows around the body.
/// Every template may declare it as `@param Page page`; it is always there.
///
/// @param viewer who is signed in
/// @param sections what this viewer may open, for the navigation
/// @param path the page's own path, without query
/// @param csrfToken for the hidden field `_csrf` of every form
/// @param demonstration true where everything shown is synthetic
/// @param asOf when the page was made
/// @param time writes dates and times in the clinic's zone
/// @param locked true while the session waits for its password
/// @param idleLock after how many minutes without a touch the session locks
public record Page(
    Optional<Viewer> viewer,
    List<Section> sections,
    String path,
    String csrfToken,
    boolean demonstration,
    String softwareVersion,
    Instant asOf,
    ClinicTime time,
    boolean locked,
    long idleLock,
    Optional<Flash> flash,
    Theme theme,
    Assets assets) {
  static final String ATTRIBUTE = "page";

  /// The address of a static file.
  public String asset(String file) {
    return assets.path(file);
  }
}
