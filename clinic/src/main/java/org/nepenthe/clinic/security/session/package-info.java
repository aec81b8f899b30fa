/// The door and the session behind it: sign-in, the idle lock, and the filter that holds every
/// request against the access table.
@NullMarked
package org.nepenthe.clinic.security.session;

import org.jspecify.annotations.NullMarked;
