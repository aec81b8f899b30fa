package org.nepenthe.clinic.knowledge;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Says that the knowledge has to be approved first, and where.
@ControllerAdvice
final class NotApprovedPage {
  @ExceptionHandler
  ModelAndView notApproved(KnowledgeNotApproved refusal) {
    return new ModelAndView("knowledge/not-approved", HttpStatus.CONFLICT);
  }
}
