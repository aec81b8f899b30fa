/// One course of treatment from referral to decision: its stream of events, where it stands, and
/// the steps bar. The stages keep their own pages and rules.
@NullMarked
package org.nepenthe.clinic.course;

import org.jspecify.annotations.NullMarked;
