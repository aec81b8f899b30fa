/// What every page stands in: layout, the page's frame, templates, static files and plain errors.
@NullMarked
@NamedInterface("web")
package org.nepenthe.clinic.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
