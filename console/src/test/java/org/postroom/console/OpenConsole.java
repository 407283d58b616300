package org.postroom.console;

import org.postroom.console.signin.IdentityProvider;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console as users meet it: real broker, registry and database behind it, a real sign-in before it. */
@PostroomIT
public abstract class OpenConsole {

    @LocalServerPort
    protected int port;

    @LocalManagementPort
    protected int managementPort;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("postroom.sign-in.issuer", IdentityProvider.running()::issuer);
        properties.add("postroom.remote-pictures.trusted-addresses", () -> "127.0.0.1");
        for (String service : new String[] {"domain", "verification", "routing", "inbound", "outbound"}) {
            properties.add("postroom.services." + service, Services.running()::url);
        }
    }
}
