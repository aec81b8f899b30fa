/// What the clinic stands on: its home folder, its database and how it is started and stopped.
@NullMarked
package org.nepenthe.clinic.platform;

import org.jspecify.annotations.NullMarked;
