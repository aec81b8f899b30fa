package org.nepenthe.clinic.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nepenthe.clinic.platform.display.ClinicTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/// Makes the frame of each page from the request it answers.
@Component
final class Pages {
  private final Viewers viewers;
  private final InstantSource clock;
  private final ClinicTime time;
  private final Assets assets;
  private final boolean demonstration;
  private final String softwareVersion;
  private final long idleLock;

  Pages(
      Viewers viewers,
      InstantSource clock,
      ClinicTime time,
      Assets assets,
      Environment environment,
      @Value("${nepenthe.version}") String softwareVersion,
      @Value("${nepenthe.idle-lock-minutes}") long idleLock) {
    this.viewers = viewers;
    this.clock = clock;
    this.time = time;
    this.assets = assets;
    this.demonstration = environment.acceptsProfiles(Profiles.of("demonstration"));
    this.softwareVersion = softwareVersion;
    this.idleLock = idleLock;
  }

  Page of(HttpServletRequest request) {
    var viewer = viewers.of(request);
    return new Page(
        viewer,
        viewer.map(this::sections).orElse(List.of()),
        request.getRequestURI(),
        csrfToken(request),
        demonstration,
        softwareVersion,
        clock.instant(),
        time,
        viewers.locked(request),
        idleLock,
        flash(request),
        theme(request),
        assets);
  }

  private List<Section> sections(Viewer viewer) {
    return Arrays.stream(Section.values())
        .filter(section -> viewers.mayOpen(viewer, section))
        .toList();
  }

  private static String csrfToken(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }

  private static Optional<Flash> flash(HttpServletRequest request) {
    var flashes = RequestContextUtils.getInputFlashMap(request);
    return flashes != null && flashes.get(Flash.ATTRIBUTE) instanceof Flash flash
        ? Optional.of(flash)
        : Optional.empty();
  }

  private static Theme theme(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, "theme");
    return cookie == null ? Theme.AUTO : Theme.of(cookie.getValue());
  }
}
