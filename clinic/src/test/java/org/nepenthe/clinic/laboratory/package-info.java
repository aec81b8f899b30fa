/// The PK laboratory's pages, over HTTP.
@NullMarked
package org.nepenthe.clinic.laboratory;

import org.jspecify.annotations.NullMarked;
