package org.nepenthe.clinic.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers whatever went wrong with a sentence a clinician can use; never with a stack trace.
@Controller
public final class PlainErrors implements ErrorController {
  /// A request attribute that says who may do what was refused.
  public static final String WHO_MAY = "nepenthe.who-may";

  @RequestMapping("/error")
  String show(HttpServletRequest request, Model model) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    var whoMay = request.getAttribute(WHO_MAY) instanceof String words ? words : "";
    model.addAttribute("error", ErrorPage.of(status, whoMay));
    return "error";
  }
}
