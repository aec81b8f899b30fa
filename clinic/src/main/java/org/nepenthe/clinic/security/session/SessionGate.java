package org.nepenthe.clinic.security.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.nepenthe.clinic.security.AccessRules;
import org.nepenthe.clinic.security.account.Account;
import org.nepenthe.clinic.security.account.Accounts;
import org.nepenthe.clinic.security.account.PasswordCheck;
import org.nepenthe.clinic.security.account.SignInLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands behind the door and before every page. A session ends here when its user is deactivated
/// or their password changes, waits here for a first own password, and is locked here when nobody
/// touched it for too long. A locked session shows the running infusions that were watched in it,
/// and takes nothing.
@Component
final class SessionGate extends OncePerRequestFilter {
  private static final Pattern LIVE = Pattern.compile("(/infusions/[^/]+)/live");
  private static final Set<String> OPEN_WHILE_LOCKED = Set.of("/unlock", "/lock", "/logout");
  private static final Set<String> OPEN_BEFORE_FIRST_PASSWORD =
      Set.of("/account", "/logout", "/lock", "/unlock", "/activity");

  private final Accounts accounts;
  private final PasswordCheck passwords;
  private final SignInLog log;
  private final InstantSource clock;
  private final Duration idleLimit;

  SessionGate(
      Accounts accounts,
      PasswordCheck passwords,
      SignInLog log,
      InstantSource clock,
      @Value("${nepenthe.idle-lock-minutes}") long idleMinutes) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.log = log;
    this.clock = clock;
    this.idleLimit = Duration.ofMinutes(idleMinutes);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var person = SessionViewers.current();
    if (person.isEmpty() || openToAnybody(request)) {
      chain.doFilter(request, response);
      return;
    }
    var account = stillWelcome(person.get());
    if (account.isEmpty()) {
      new SecurityContextLogoutHandler().logout(request, response, null);
      refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "/login?ended");
      return;
    }
    seeAsNow(account.get());
    if (waitsForLock(account.get(), request)) {
      request.setAttribute(LockPages.THEN, request.getRequestURI());
      request.getRequestDispatcher("/locked").forward(request, response);
      return;
    }
    if (account.get().mustChangePassword()
        && !OPEN_BEFORE_FIRST_PASSWORD.contains(request.getRequestURI())) {
      refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "/account");
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean openToAnybody(HttpServletRequest request) {
    return AccessRules.forRequest(request.getMethod(), request.getRequestURI())
        .map(access -> access instanceof AccessRules.Access.Anybody)
        .orElse(false);
  }

  private Optional<Account> stillWelcome(SignedIn person) {
    return accounts
        .find(person.userId())
        .filter(passwords::mayComeIn)
        .filter(account -> account.passwordSetIn() == person.passwordSetIn());
  }

  /// For this request only; what the session remembers stays as it is.
  private static void seeAsNow(Account account) {
    var before = SecurityContextHolder.getContext().getAuthentication();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        SignedIn.as(account).token(before == null ? null : before.getDetails()));
    SecurityContextHolder.setContext(context);
  }

  private boolean waitsForLock(Account account, HttpServletRequest request) {
    var path = request.getRequestURI();
    var lock = SessionLock.of(request).orElse(null);
    if (lock == null) {
      SessionLock.open(request.getSession(), clock.instant());
      return false;
    }
    if (lock.lockIfIdle(clock.instant(), idleLimit)) {
      log.write(Optional.of(account), request.getRemoteAddr(), SignInLog.Event.LOCKED);
    }
    if (lock.locked()) {
      boolean watching = request.getMethod().equals("GET") && lock.shows(path);
      return !watching && !OPEN_WHILE_LOCKED.contains(path);
    }
    if (isTouch(request)) {
      lock.touch(clock.instant());
    }
    var live = LIVE.matcher(path);
    if (live.matches() && request.getMethod().equals("GET")) {
      lock.watch(live.group(1));
    }
    return false;
  }

  /// Only what a person does keeps a session open: sending something, going to a page, or the
  /// `/activity` our script sends on touch and typing. A page that refreshes itself does not.
  private static boolean isTouch(HttpServletRequest request) {
    var mode = request.getHeader("Sec-Fetch-Mode");
    return !request.getMethod().equals("GET")
        || "navigate".equals(mode)
        || (mode == null && request.getHeader("HX-Request") == null);
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String instead)
      throws IOException {
    if (Browsers.navigates(request)) {
      response.sendRedirect(instead);
    } else {
      response.setStatus(status);
    }
  }
}
