package org.nepenthe.knowledge;

import java.time.LocalDate;

/// One value that a site's policy made narrower, confirmed, or switched on.
///
/// @param period the first day of the period it is about
/// @param path where the value stands, as in [ValuePath]; empty where the whole entry is meant
/// @param shipped what is shipped, in words
/// @param site what holds at this site, in words
/// @param reason the site's own words
public record SiteChange(
    String entry, LocalDate period, String path, String shipped, String site, String reason) {}
