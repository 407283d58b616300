package org.postroom.inbound.authenticity.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postroom.inbound.authenticity.ZoneNames;
import org.postroom.inbound.authenticity.evidence.DnsAnswer;
import org.postroom.inbound.authenticity.evidence.Names;
import org.postroom.inbound.authenticity.evidence.Result;

/** What a domain can publish, in as much as fits into DNS, is judged in short time and with few questions. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpfBoundsTest {

    private static final int MACROS = 12_000;

    private final CountedNames names = new CountedNames();

    @Test
    void expandsNoMoreMacrosThanANameCanHold() {
        names.publish("v=spf1 exists:" + "%{l}".repeat(MACROS) + ".x.test a:" + "%{L}.".repeat(MACROS) + "x.test -all");

        assertThat(check("a.".repeat(400) + "b").result()).isEqualTo(Result.FAIL);
    }

    @Test
    void cutsLongNamesLabelByLabelInShortTime() {
        names.publish("v=spf1 " + ("exists:" + "a.".repeat(3_200) + "x.test ").repeat(10) + "-all");

        assertThat(check("ann").result()).isEqualTo(Result.PERMERROR);
    }

    @Test
    void readsALabelWithoutEndInShortTime() {
        names.publish("v=spf1 a:x." + "a".repeat(60_000) + "! -all");

        assertThat(check("ann").result()).isEqualTo(Result.PERMERROR);
    }

    @Test
    void asksOnceForTheNamesOfAClientHoweverOftenTheyAreNeeded() {
        names.publish("v=spf1 exists:" + "%{p1}%{p2}".repeat(100) + ".x.test ptr ptr:y.test -all");

        assertThat(check("ann").result()).isEqualTo(Result.FAIL);
        assertThat(names.pointers).isOne();
    }

    private SpfVerdict check(String localPart) {
        return SpfCheck.of(
                SpfQuestion.ofSender(InetAddress.ofLiteral("192.0.2.5"), localPart + "@x.test", "h", "mx.test", 0),
                names);
    }

    /** Names as a zone has them, with the questions for a client's names counted. */
    private static final class CountedNames implements Names {

        private final ZoneNames zone = new ZoneNames();
        private int pointers;

        void publish(String record) {
            zone.with("x.test", record);
        }

        @Override
        public DnsAnswer<String> texts(String name) {
            return zone.texts(name);
        }

        @Override
        public DnsAnswer<InetAddress> addresses4(String name) {
            return zone.addresses4(name);
        }

        @Override
        public DnsAnswer<InetAddress> addresses6(String name) {
            return zone.addresses6(name);
        }

        @Override
        public DnsAnswer<String> exchangers(String name) {
            return zone.exchangers(name);
        }

        @Override
        public DnsAnswer<String> pointers(String name) {
            pointers++;
            return zone.pointers(name);
        }
    }
}
