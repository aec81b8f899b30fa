package org.nepenthe.architecture.canary.care.chart;

import org.nepenthe.architecture.canary.care.screening.LoggedInterview;

/// Breaks: a stage that uses a later one.
class ChartThatJudges {
  LoggedInterview interview = new LoggedInterview();
}
