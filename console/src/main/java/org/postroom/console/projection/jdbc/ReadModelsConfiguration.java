package org.postroom.console.projection.jdbc;

import org.postroom.console.live.jdbc.SignalChannel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ReadModelsConfiguration {

    @Bean
    ReadModels readModels(JdbcClient database, PlatformTransactionManager transactions, SignalChannel signals) {
        return new ReadModels(database, transactions, signals);
    }

    @Bean
    Generations generations(JdbcClient database, PlatformTransactionManager transactions, SignalChannel signals) {
        return new Generations(database, transactions, signals);
    }
}
