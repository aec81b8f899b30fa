package org.nepenthe.clinic.platform;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the database is for: the demonstration or patients. The first start decides, and the
/// other is refused ever after: a demonstration's passwords are known to everybody.
@Component
@DependsOnDatabaseInitialization
class Installation implements InitializingBean {
  private static final List<String> KINDS = List.of("demonstration", "serve");

  private final JdbcClient jdbc;
  private final Environment environment;

  Installation(JdbcClient jdbc, Environment environment) {
    this.jdbc = jdbc;
    this.environment = environment;
  }

  @Override
  public void afterPropertiesSet() {
    Stream<String> wanted =
        KINDS.stream().filter(kind -> environment.acceptsProfiles(Profiles.of(kind)));
    wanted.forEach(this::require);
  }

  private void require(String kind) {
    jdbc.sql("insert into installation (kind) values (?) on conflict do nothing")
        .param(kind)
        .update();
    String begun = jdbc.sql("select kind from installation").query(String.class).single();
    if (!begun.equals(kind)) {
      throw new WrongInstallation(begun);
    }
  }
}
