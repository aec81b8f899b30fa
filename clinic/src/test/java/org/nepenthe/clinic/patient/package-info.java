/// How charts are kept and shown.
@NullMarked
package org.nepenthe.clinic.patient;

import org.jspecify.annotations.NullMarked;
