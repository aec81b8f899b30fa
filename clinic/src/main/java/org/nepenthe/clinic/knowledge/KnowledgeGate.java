package org.nepenthe.clinic.knowledge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The one place where an act that decides is refused while the knowledge in use is not approved.
/// It stands before every handler, so that none can forget to ask.
@Component
class KnowledgeGate implements WebMvcConfigurer, HandlerInterceptor {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final KnowledgeApproval approval;

  KnowledgeGate(KnowledgeApproval approval) {
    this.approval = approval;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  /// @throws KnowledgeNotApproved before anything of the act is done
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod
        && !READING.contains(request.getMethod())
        && DecidingActs.decides(pattern(request))) {
      approval.require();
    }
    return true;
  }

  private static String pattern(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }
}
