package org.postroom.outbound.delivery.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.local.dns.Faults;
import org.postroom.local.dns.PublishedRecord;
import org.postroom.outbound.delivery.MailRoute;
import org.postroom.outbound.delivery.MailServer;
import org.postroom.testkit.Parts;
import org.xbill.DNS.SimpleResolver;

class DnsMailRoutesIT {

    private static final int SMTP_PORT = 2525;

    private DnsMailRoutes routes;

    @BeforeEach
    void askThePlayground() throws Exception {
        var resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(Parts.dns().port());
        resolver.setTimeout(Duration.ofSeconds(2));
        routes = new DnsMailRoutes(resolver, SMTP_PORT);
    }

    @AfterEach
    void switchFaultsOff() {
        Parts.dns().faults().clear();
    }

    @Test
    void triesTheServersInTheOrderOfTheirPreference() {
        publish(
                "two-servers.test",
                at("MX", "20 second.two-servers.test"),
                at("MX", "10 first.two-servers.test"),
                new PublishedRecord("first", "A", null, "127.0.0.2"),
                new PublishedRecord("second", "A", null, "127.0.0.3"));

        assertThat(routes.of("two-servers.test"))
                .isEqualTo(new MailRoute.Servers(List.of(
                        new MailServer("first.two-servers.test", "127.0.0.2", SMTP_PORT),
                        new MailServer("second.two-servers.test", "127.0.0.3", SMTP_PORT))));
    }

    @Test
    void goesToTheDomainItselfWhereItHasNoMx() {
        publish("no-mx.test", at("A", "127.0.0.4"));

        assertThat(routes.of("no-mx.test"))
                .isEqualTo(new MailRoute.Servers(List.of(new MailServer("no-mx.test", "127.0.0.4", SMTP_PORT))));
    }

    @Test
    void goesNowhereWhereTheDomainSaysSo() {
        publish("null-mx.test", at("MX", "0 ."));

        assertThat(routes.of("null-mx.test"))
                .isInstanceOfSatisfying(
                        MailRoute.Nowhere.class,
                        nowhere -> assertThat(nowhere.enhancedStatus()).isEqualTo("5.1.10"));
    }

    @Test
    void goesNowhereWhereTheDomainDoesNotExistOrHasNoServer() {
        publish("only-text.test", at("TXT", "hello"));

        assertThat(routes.of("missing.only-text.test"))
                .isInstanceOfSatisfying(
                        MailRoute.Nowhere.class,
                        nowhere -> assertThat(nowhere.enhancedStatus()).isEqualTo("5.1.2"));
        assertThat(routes.of("only-text.test"))
                .isInstanceOfSatisfying(
                        MailRoute.Nowhere.class,
                        nowhere -> assertThat(nowhere.enhancedStatus()).isEqualTo("5.4.4"));
    }

    @Test
    void triesAgainWhereDnsGivesNoAnswer() {
        publish("silent.test", at("MX", "10 mail.silent.test"));
        Parts.dns().faults().set("silent.test", Faults.Kind.SERVFAIL);

        assertThat(routes.of("silent.test")).isInstanceOf(MailRoute.TryAgain.class);
    }

    private static void publish(String zone, PublishedRecord... records) {
        Parts.dns().zones().publish(zone, List.of(records));
    }

    private static PublishedRecord at(String type, String value) {
        return new PublishedRecord("@", type, null, value);
    }
}
