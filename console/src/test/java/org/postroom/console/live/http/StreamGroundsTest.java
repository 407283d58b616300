package org.postroom.console.live.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.postroom.console.signin.ConsoleUser;
import org.postroom.runtime.access.AccessTable;
import org.postroom.runtime.security.EffectivePermissions;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class StreamGroundsTest {

    private final MockHttpSession session = new MockHttpSession();
    private final SignedInUser anna = new SignedInUser("anna", "acme", "Anna", Set.of("routing:supervise"));
    private final ConsoleUser visitor = new ConsoleUser(
            Set.of(), new OidcIdToken("token", Instant.EPOCH, Instant.MAX, Map.of("sub", "anna")), anna, user -> user);

    @Test
    void areGoneOnceTheSessionHasExpiredThoughTheServerHasNotYetEndedIt() {
        session.setMaxInactiveInterval(60);

        assertThat(after(Duration.ofSeconds(50)).getAsBoolean()).isTrue();
        assertThat(after(Duration.ofSeconds(61)).getAsBoolean()).isFalse();
    }

    @Test
    void areGoneWithTheSession() {
        BooleanSupplier stands = after(Duration.ZERO);
        assertThat(stands.getAsBoolean()).isTrue();

        session.invalidate();

        assertThat(stands.getAsBoolean()).isFalse();
    }

    @Test
    void areNotThereWithoutOneOfThePermissions() {
        assertThat(after(Duration.ZERO, "conversation:email:handle").getAsBoolean())
                .isFalse();
        assertThat(after(Duration.ZERO, "conversation:email:handle", "routing:supervise")
                        .getAsBoolean())
                .isTrue();
    }

    private BooleanSupplier after(Duration unused) {
        return after(unused, "routing:supervise");
    }

    private BooleanSupplier after(Duration unused, String... anyOf) {
        var now = Instant.ofEpochMilli(session.getLastAccessedTime()).plus(unused);
        return new StreamGrounds(new EffectivePermissions(AccessTable.NOTHING), Clock.fixed(now, ZoneOffset.UTC))
                .of(visitor, session, anyOf);
    }
}
