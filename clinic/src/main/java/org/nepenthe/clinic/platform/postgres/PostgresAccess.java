package org.nepenthe.clinic.platform.postgres;

/// How to reach one database: the owner makes and migrates the schema, the application works in it.
public record PostgresAccess(String jdbcUrl, Login owner, Login application) {

  /// A role and its password. The password is left out of the text form: it would end in a log.
  public record Login(String role, String password) {
    @Override
    public String toString() {
      return "Login[role=" + role + "]";
    }
  }
}
