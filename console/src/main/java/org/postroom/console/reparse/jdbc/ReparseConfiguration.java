package org.postroom.console.reparse.jdbc;

import org.postroom.console.message.mime.StoredMails;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ReparseConfiguration {

    @Bean
    RepeatedWork reparseWork(
            JdbcClient database, PlatformTransactionManager transactions, StoredMails mails, JsonMapper json) {
        var work = new ReparseWork(database, new TransactionTemplate(transactions), mails, json);
        return new RepeatedWork("reparse", () -> work);
    }
}
