package org.nepenthe.architecture.canary.knowledge;

import java.sql.Connection;

/// Breaks: a database in the core.
class StoredRule {
  void load(Connection connection) {}
}
