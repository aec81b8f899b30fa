/// Who may do what: users, sign-in, the idle lock, and the one table of paths and roles.
@NullMarked
package org.nepenthe.clinic.security;

import org.jspecify.annotations.NullMarked;
