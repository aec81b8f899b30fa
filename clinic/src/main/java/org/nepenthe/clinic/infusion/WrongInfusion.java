package org.nepenthe.clinic.infusion;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The infusion named is not this patient's, or there is none of that name. Nothing was written.
@ResponseStatus(HttpStatus.CONFLICT)
public final class WrongInfusion extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
