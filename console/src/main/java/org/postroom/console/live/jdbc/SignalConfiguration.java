package org.postroom.console.live.jdbc;

import org.postroom.console.live.SignalBoard;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SignalConfiguration {

    @Bean
    SignalBoard signalBoard() {
        return new SignalBoard();
    }

    @Bean
    SignalChannel signalChannel(JdbcClient database) {
        return new SignalChannel(database);
    }

    @Bean
    SignalListener signalListener(JdbcConnectionDetails database, SignalBoard board) {
        return new SignalListener(database, board);
    }
}
