/// The clinic's users: accounts with their revisions, passwords, and the pages that keep them.
@NullMarked
package org.nepenthe.clinic.security.account;

import org.jspecify.annotations.NullMarked;
