/// The PostgreSQL a clinic gets without installing one: unpacked, initialised, started, stopped.
@NullMarked
package org.nepenthe.clinic.platform.postgres;

import org.jspecify.annotations.NullMarked;
