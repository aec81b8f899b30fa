package org.nepenthe.clinic.security.session;

import jakarta.servlet.http.HttpServletRequest;

/// Tells a browser that goes to a page from a script that fetches a part of one.
final class Browsers {
  private Browsers() {}

  /// A script cannot follow a redirect to the sign-in page in any useful way; a browser can.
  static boolean navigates(HttpServletRequest request) {
    var mode = request.getHeader("Sec-Fetch-Mode");
    return request.getHeader("HX-Request") == null && (mode == null || mode.equals("navigate"));
  }
}
