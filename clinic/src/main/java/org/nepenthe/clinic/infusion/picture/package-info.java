/// The picture of one running infusion that every tablet shows: what is known, how old it is, what
/// is forecast, and what may be done.
@NullMarked
@NamedInterface("picture")
package org.nepenthe.clinic.infusion.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
