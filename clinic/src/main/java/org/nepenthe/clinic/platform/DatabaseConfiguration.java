package org.nepenthe.clinic.platform;

import java.nio.file.Path;
import java.util.Map;
import org.nepenthe.clinic.platform.postgres.EmbeddedPostgres;
import org.nepenthe.clinic.platform.postgres.PostgresUnavailable;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// Which PostgreSQL the clinic works on: the one named by `spring.datasource.url`, otherwise one of
/// its own under its home, stopped when the last connection of the pool is closed.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  /// Migrations grant to the role the application works as, whatever that is called here.
  @Bean
  FlywayConfigurationCustomizer applicationRoleInMigrations(JdbcConnectionDetails application) {
    String role = application.getUsername();
    if (role == null || role.isBlank()) {
      throw new PostgresUnavailable(
          "spring.datasource.url is set: set spring.datasource.username and .password as well.");
    }
    return flyway ->
        flyway.placeholders(Map.of("app_role", '"' + role.replace("\"", "\"\"") + '"'));
  }

  @Configuration(proxyBeanMethods = false)
  @Conditional(NoServerNamed.class)
  static class ServerOfItsOwn {
    @Bean
    ClinicServer clinicServer(
        @Value("${nepenthe.home}") Path home,
        @Value("${nepenthe.visit-running-clinic:false}") boolean visit) {
      var log = LoggerFactory.getLogger(EmbeddedPostgres.class);
      return visit
          ? ClinicServer.visitedOrStarted(home, log::info)
          : ClinicServer.started(home, log::info);
    }

    @Bean
    JdbcConnectionDetails workingConnection(ClinicServer server) {
      return new Working(server.access());
    }

    @Bean
    FlywayConnectionDetails migratingConnection(ClinicServer server) {
      return new Migrating(server.access());
    }
  }

  /// True where no database server of the site's own is named.
  static final class NoServerNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
    }
  }
}
