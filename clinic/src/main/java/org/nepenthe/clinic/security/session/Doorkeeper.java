package org.nepenthe.clinic.security.session;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.nepenthe.clinic.security.account.Accounts;
import org.nepenthe.clinic.security.account.SignInLog;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Sends people the right way at the door, and writes down who goes.
@Component
final class Doorkeeper
    implements AuthenticationSuccessHandler, LogoutHandler, AuthenticationEntryPoint {
  private final InstantSource clock;
  private final SignInLog log;
  private final Accounts accounts;
  private final SavedRequestAwareAuthenticationSuccessHandler whereTheyWanted =
      new SavedRequestAwareAuthenticationSuccessHandler();

  Doorkeeper(InstantSource clock, SignInLog log, Accounts accounts) {
    this.clock = clock;
    this.log = log;
    this.accounts = accounts;
    whereTheyWanted.setDefaultTargetUrl("/");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    SessionLock.open(request.getSession(), clock.instant());
    whereTheyWanted.onAuthenticationSuccess(request, response, authentication);
  }

  @Override
  public void logout(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    SignedIn.in(authentication)
        .ifPresent(person ->
            log.write(
                accounts.find(person.userId()),
                request.getRemoteAddr(),
                SignInLog.Event.SIGNED_OUT));
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (Browsers.navigates(request)) {
      response.sendRedirect("/login");
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
  }
}
