package org.postroom.outbound;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the outbound mail service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OutboundMailApplication {

    /** Makes the application; Spring does. */
    public OutboundMailApplication() {}

    /** Starts the service with Spring Boot's arguments. */
    public static void main(String[] arguments) {
        SpringApplication.run(OutboundMailApplication.class, arguments);
    }
}
