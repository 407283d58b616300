package org.postroom.domain;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts domain-service. */
@SpringBootApplication
public class DomainServiceApplication {

    /** Starts the service; settings come from files, the environment and arguments, as Spring Boot reads them. */
    public static void main(String[] arguments) {
        SpringApplication.run(DomainServiceApplication.class, arguments);
    }
}
