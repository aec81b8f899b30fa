package org.nepenthe.clinic.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.nepenthe.clinic.platform.form.BadForm;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/// Turns what a controller refused into the page that says so.
@ControllerAdvice
final class Refusals {
  @ExceptionHandler
  ModelAndView changedMeanwhile(ChangedMeanwhile change) {
    var page = new ModelAndView("conflict", HttpStatus.CONFLICT);
    page.addObject("change", change);
    return page;
  }

  @ExceptionHandler
  void badForm(BadForm form, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.BAD_REQUEST.value());
  }

  @ExceptionHandler
  void tooLarge(MaxUploadSizeExceededException upload, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
  }
}
