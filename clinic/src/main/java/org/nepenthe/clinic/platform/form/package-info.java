/// What somebody typed: raw text kept as typed, read into values, with a message beside the field.
@NullMarked
@NamedInterface("form")
package org.nepenthe.clinic.platform.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
