package org.postroom.inbound;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The entry point of inbound-mail-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class InboundMailApplication {

    /** Makes the application; Spring does. */
    public InboundMailApplication() {}

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(InboundMailApplication.class, arguments);
    }
}
