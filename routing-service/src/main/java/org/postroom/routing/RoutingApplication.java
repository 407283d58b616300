package org.postroom.routing;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts routing-service. */
@SpringBootApplication
public class RoutingApplication {

    /** Starts the service; settings come from files, the environment and arguments, as Spring Boot reads them. */
    public static void main(String[] arguments) {
        SpringApplication.run(RoutingApplication.class, arguments);
    }
}
