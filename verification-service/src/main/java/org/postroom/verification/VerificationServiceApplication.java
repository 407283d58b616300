package org.postroom.verification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts verification-service. */
@SpringBootApplication
public class VerificationServiceApplication {

    /** Starts the service; settings come from files, the environment and arguments, as Spring Boot reads them. */
    public static void main(String[] arguments) {
        SpringApplication.run(VerificationServiceApplication.class, arguments);
    }
}
