package org.postroom.runtime.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class ClientLimitsTest {

    private static final Client ADA = new Client.User("acme", "ada");
    private static final Client BEN = new Client.User("acme", "ben");
    private static final Client EVE = new Client.User("globex", "ada");

    @Test
    void refusesAUserWhoAsksTooOftenAndNobodyElse() {
        var limits = limits(3, 100, 5, Duration.ZERO);
        for (int number = 0; number < 3; number++) {
            pass(limits, ADA);
        }

        assertThat(refused(limits, ADA).limit()).isEqualTo("user");
        assertThat(refused(limits, ADA).retryAfter()).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        pass(limits, BEN);
        pass(limits, EVE);
    }

    @Test
    void refusesAnOrganisationWhoseUsersTogetherAskTooOften() {
        var limits = limits(100, 4, 5, Duration.ZERO);
        for (int number = 0; number < 4; number++) {
            pass(limits, number % 2 == 0 ? ADA : BEN);
        }

        assertThat(refused(limits, ADA).limit()).isEqualTo("organisation");
        pass(limits, EVE);
    }

    @Test
    void takesANetworkOfTheNewInternetForOneAddress() {
        var limits = limits(100, 100, 5, Duration.ZERO);
        pass(limits, new Client.Address("2001:db8::1"));
        pass(limits, new Client.Address("2001:db8::2"));

        assertThat(refused(limits, new Client.Address("2001:db8::3")).limit()).isEqualTo("address");
        pass(limits, new Client.Address("2001:db8:0:1::1"));
        pass(limits, new Client.Address("192.0.2.1"));
    }

    @Test
    void letsFewRequestsOfAnOrganisationInAtOnceAndTheOthersWaitForTheirTurn() throws Exception {
        var limits = limits(100, 100, 1, Duration.ofMinutes(1));
        var first = (Entrance.Open) limits.enter(ADA);

        var second = CompletableFuture.supplyAsync(() -> limits.enter(BEN));
        Awaitility.await()
                .untilAsserted(() -> assertThat(refused(limits, ADA).limit()).isEqualTo("organisation-at-once"));
        pass(limits, EVE);
        assertThat(second).isNotDone();
        first.close();
        first.close();

        assertThat(second.get()).isInstanceOf(Entrance.Open.class);
    }

    @Test
    void sendsAwayWhoHasWaitedLongEnough() {
        var limits = limits(100, 100, 1, Duration.ofMillis(10));
        try (var first = (Entrance.Open) limits.enter(ADA)) {
            assertThat(first).isNotNull();

            assertThat(refused(limits, BEN).reason()).contains("expected the other requests of your organisation");
        }
        pass(limits, BEN);
    }

    @Test
    void pinsWhatMayBeConfigured() {
        var settings = bind(Map.of(
                "postroom.limits.user.per-second", "1",
                "postroom.limits.user.burst", "2",
                "postroom.limits.bodies[0].path", "/api/large",
                "postroom.limits.bodies[0].most", "8MB"));

        assertThat(settings.user()).isEqualTo(new LimitSettings.Rate(1, 2));
        assertThat(settings.organisation()).isEqualTo(new LimitSettings.Rate(200, 2000));
        assertThat(settings.address()).isEqualTo(new LimitSettings.Rate(10, 300));
        assertThat(settings.body()).isEqualTo(DataSize.ofMegabytes(2));
        assertThat(settings.bodies()).containsExactly(new LimitSettings.Body("/api/large", DataSize.ofMegabytes(8)));
        assertThat(settings.atOnce()).isEqualTo(6);
        assertThatThrownBy(() -> bind(Map.of("postroom.limits.at-once", "0")))
                .rootCause()
                .hasMessage("postroom.limits.at-once: expected at least 1, but got 0");
        assertThatThrownBy(
                        () -> bind(Map.of("postroom.limits.user.burst", "0", "postroom.limits.user.per-second", "1")))
                .rootCause()
                .hasMessageContaining("expected at least 1, but got 0");
    }

    private static LimitSettings bind(Map<String, String> settings) {
        var file = new YamlPropertiesFactoryBean();
        file.setResources(new ClassPathResource("postroom-runtime.yaml"));
        var all = Objects.requireNonNull(file.getObject());
        all.putAll(settings);
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("postroom.limits", LimitSettings.class);
    }

    /** One may wait; nothing refills while a test runs but a token a second. */
    private static ClientLimits limits(int user, int organisation, int atOnce, Duration patience) {
        return new ClientLimits(new LimitSettings(
                DataSize.ofMegabytes(1),
                List.of(),
                new LimitSettings.Rate(1, user),
                new LimitSettings.Rate(1, organisation),
                new LimitSettings.Rate(1, 2),
                atOnce,
                1,
                patience));
    }

    private static void pass(ClientLimits limits, Client client) {
        switch (limits.enter(client)) {
            case Entrance.Open open -> open.close();
            case Entrance.Shut shut -> throw new AssertionError("expected an open entrance, but: " + shut.reason());
        }
    }

    private static Entrance.Shut refused(ClientLimits limits, Client client) {
        if (limits.enter(client) instanceof Entrance.Shut shut) {
            return shut;
        }
        throw new AssertionError("expected a shut entrance, but it was open");
    }
}
