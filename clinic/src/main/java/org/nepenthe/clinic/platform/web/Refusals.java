package org.nepenthe.clinic.platform.web;

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
  ModelAndView badForm(BadForm form) {
    return page(HttpStatus.BAD_REQUEST);
  }

  /// Answered here and not by an error dispatch, which would read the upload again and fail again.
  @ExceptionHandler
  ModelAndView tooLarge(MaxUploadSizeExceededException upload) {
    return page(HttpStatus.CONTENT_TOO_LARGE);
  }

  private static ModelAndView page(HttpStatus status) {
    var page = new ModelAndView("error", status);
    page.addObject("error", ErrorPage.of(status.value(), ""));
    return page;
  }
}
