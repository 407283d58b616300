package org.postroom.local.stack;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postroom.local.Pages;

/** What people read about ports, against the ports that the stack takes. */
class DocumentedPortsTest {

    private static final Pattern NUMBER = Pattern.compile("\\d{4,5}");

    private static final Map<Port, String> WORDS = Map.ofEntries(
            entry(Port.BROKER, "Kafka"),
            entry(Port.REGISTRY, "schema registry"),
            entry(Port.DATABASE, "PostgreSQL"),
            entry(Port.DNS, "DNS playground (UDP, TCP)"),
            entry(Port.DNS_PAGE, "DNS playground (pages)"),
            entry(Port.MAILBOX_SMTP, "mailbox playground (SMTP)"),
            entry(Port.MAILBOX_PAGE, "mailbox playground (pages)"),
            entry(Port.IDENTITY, "sign-in"),
            entry(Port.DOMAIN, "domain-service"),
            entry(Port.VERIFICATION, "verification-service"),
            entry(Port.INBOUND_SMTP, "inbound mail (SMTP)"),
            entry(Port.INBOUND, "inbound-mail-service"),
            entry(Port.INBOUND_HEALTH, "inbound-mail-service (health)"),
            entry(Port.ROUTING, "routing-service"),
            entry(Port.OUTBOUND, "outbound-mail-service"),
            entry(Port.CONSOLE, "console"),
            entry(Port.IDENTITY_HEALTH, "sign-in (health)"),
            entry(Port.DOMAIN_HEALTH, "domain-service (health)"),
            entry(Port.VERIFICATION_HEALTH, "verification-service (health)"),
            entry(Port.ROUTING_HEALTH, "routing-service (health)"),
            entry(Port.OUTBOUND_HEALTH, "outbound-mail-service (health)"),
            entry(Port.CONSOLE_HEALTH, "console (health)"));

    @Test
    void namesEachPortOfTheStackInTheReadmeAndNoOther() {
        var documented = new TreeMap<Integer, String>();
        for (var row : Pages.table("README.md", "port", "what", "port", "what")) {
            for (int cell = 0; cell + 1 < row.size(); cell += 2) {
                if (!row.get(cell).isEmpty()) {
                    documented.put(Integer.valueOf(row.get(cell)), row.get(cell + 1));
                }
            }
        }

        var taken = new TreeMap<Integer, String>();
        WORDS.forEach((port, words) -> taken.put(port.usual(), words));
        assertThat(taken).hasSize(Port.values().length);
        assertThat(documented).isEqualTo(taken);
    }

    @Test
    void givesEachPartItsPortsInThePageOfTheStack() {
        List<Integer> documented = Pages.table("deploy/local/README.md", "part", "port", "class or module").stream()
                .flatMap(row -> NUMBER.matcher(row.get(1)).results())
                .map(found -> Integer.valueOf(found.group()))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Port.values()).map(Port::usual).toList());
    }
}
