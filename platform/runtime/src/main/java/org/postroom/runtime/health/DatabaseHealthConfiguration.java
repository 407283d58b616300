package org.postroom.runtime.health;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Asks the database in a service's readiness, in place of Spring Boot's own check, which has no bound. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
        beforeName = "org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.jdbc.core.JdbcTemplate")
@ConditionalOnBean(DataSource.class)
public class DatabaseHealthConfiguration {

    /** Makes the configuration; Spring does. */
    public DatabaseHealthConfiguration() {}

    @Bean
    HealthIndicator dbHealthIndicator(DataSource database) {
        return new DatabaseReadiness(database);
    }
}
