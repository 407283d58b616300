package org.postroom.local.dns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.host.Loopback;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class DnsPlaygroundIT {

    @TempDir
    private Path data;

    private DnsPlayground playground;

    @BeforeEach
    void start() throws Exception {
        playground = DnsPlayground.start(data, 0, 0);
    }

    @AfterEach
    void stop() throws Exception {
        playground.close();
    }

    @Test
    void answersWithWhatWasPublishedOverHttpAndKeepsItOverARestart() throws Exception {
        // given
        var published = put("/zones/support.acme.test/records", """
                [{"name":"@","type":"MX","ttl":60,"value":"10 mx.postroom.test"},
                 {"name":"_postroom.support.acme.test","type":"TXT","value":"postroom-verification=abc"}]""");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);

        // when
        stop();
        start();

        // then
        assertThat(answers("support.acme.test", Type.MX)).containsExactly("10 mx.postroom.test.");
        assertThat(answers("_postroom.support.acme.test", Type.TXT)).containsExactly("\"postroom-verification=abc\"");
        assertThat(answers("support.acme.test", Type.NS)).containsExactly("ns1.playground.test.");
        assertThat(answers("ns1.playground.test", Type.A)).containsExactly("127.0.0.1");
    }

    @Test
    void bringsMailForEveryNameBelowThePlatformsDomainToUs() throws Exception {
        var answer = ask("acme.postroom.test", Type.MX).getSection(Section.ANSWER);

        assertThat(answer).singleElement().satisfies(record -> {
            assertThat(record.getName()).hasToString("acme.postroom.test.");
            assertThat(record.rdataToString()).isEqualTo("10 mx.postroom.test.");
        });
        assertThat(answers("mx.postroom.test", Type.A)).containsExactly("127.0.0.1");
    }

    @Test
    void publishesAZoneFileAsDnsHostsImportIt() throws Exception {
        var published = put("/zones/acme.test/file", """
                $ORIGIN acme.test.
                $TTL 300
                _postroom IN TXT "postroom-verification=abc" ; ours
                @ IN MX 10 mx.postroom.test.
                key._domainkey IN TXT ( "v=DKIM1; k=rsa; "
                                        "p=MIIB" )
                """);
        var broken = put("/zones/acme.test/file", "@ IN MX mx.postroom.test.\n");
        var sneaky = put("/zones/acme.test/file", "$INCLUDE /etc/passwd\n");

        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(answers("_postroom.acme.test", Type.TXT)).containsExactly("\"postroom-verification=abc\"");
        assertThat(answers("acme.test", Type.MX)).containsExactly("10 mx.postroom.test.");
        assertThat(list("acme.test", "key._domainkey.acme.test")).isEqualTo("v=DKIM1; k=rsa; p=MIIB");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(sneaky.statusCode()).isEqualTo(400);
    }

    private String list(String zone, String name) {
        return playground.zones().list(zone).stream()
                .filter(record -> record.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void tellsANameThatDoesNotExistFromOneWithoutRecordsOfTheType() throws Exception {
        publish("acme.test", "mail._domainkey", "TXT", "v=DKIM1");

        var missing = ask("nowhere.acme.test", Type.TXT);
        var empty = ask("mail._domainkey.acme.test", Type.MX);
        var emptyBetween = ask("_domainkey.acme.test", Type.TXT);
        var foreign = ask("example.com", Type.MX);

        assertThat(missing.getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(missing.getSection(Section.AUTHORITY)).hasOnlyElementsOfType(SOARecord.class);
        assertThat(empty.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(empty.getSection(Section.AUTHORITY)).hasOnlyElementsOfType(SOARecord.class);
        assertThat(emptyBetween.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(foreign.getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(ask("acme.test", Type.SOA).getHeader().getFlag(Flags.AA)).isTrue();
    }

    @Test
    void splitsLongTextsAndHandsThemOverByTcpWhenTheyDoNotFitADatagram() throws Exception {
        // given
        var text = "v=DKIM1; p=" + "é\"\\x".repeat(500);
        publish("acme.test", "long", "TXT", text);

        // when
        var overUdp = resolver();
        overUdp.setIgnoreTruncation(true);
        var cut = overUdp.send(query("long.acme.test", Type.TXT));
        var whole = (TXTRecord)
                ask("long.acme.test", Type.TXT).getSection(Section.ANSWER).getFirst();

        // then
        assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
        var bytes = new ByteArrayOutputStream();
        whole.getStringsAsByteArrays().forEach(string -> {
            assertThat(string).hasSizeLessThanOrEqualTo(255);
            bytes.writeBytes(string);
        });
        assertThat(bytes.toString(UTF_8)).isEqualTo(text);
    }

    @Test
    void followsAliases() throws Exception {
        publish("acme.test", "dkim", "CNAME", "key.postroom.test");
        publish("postroom.test", "key", "TXT", "the key");

        assertThat(answers("dkim.acme.test", Type.TXT)).containsExactly("key.postroom.test.", "\"the key\"");
    }

    @Test
    void answersForNamesBelowAWildcardAsTheStandardSays() throws Exception {
        publish("acme.test", "*", "CNAME", "host.playground.test");
        publish("acme.test", "www", "A", "127.0.0.9");
        publish("acme.test", "deep.between", "TXT", "deep");
        publish("playground.test", "host", "A", "127.0.0.8");

        var below = ask("any.acme.test", Type.A);
        assertThat(below.getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answers("any.acme.test", Type.A)).containsExactly("host.playground.test.", "127.0.0.8");
        assertThat(below.getSection(Section.ANSWER).getFirst().getName()).hasToString("any.acme.test.");
        assertThat(answers("even.lower.acme.test", Type.A)).containsExactly("host.playground.test.", "127.0.0.8");
        assertThat(answers("any.acme.test", Type.CNAME)).containsExactly("host.playground.test.");

        assertThat(ask("below.www.acme.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("www.acme.test", Type.TXT).getSection(Section.ANSWER)).isEmpty();
        assertThat(ask("between.acme.test", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
        assertThat(answers("between.acme.test", Type.A)).isEmpty();
        assertThat(ask("other.between.acme.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask("acme.postroom.test", Type.TXT).getRcode()).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void failsOnDemand() throws Exception {
        put("/faults", "{\"name\":\"broken.test\",\"kind\":\"SERVFAIL\"}");
        put("/faults", "{\"name\":\"silent.test\",\"kind\":\"DROP\"}");

        assertThat(ask("www.broken.test", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
        var impatient = resolver();
        impatient.setTimeout(Duration.ofMillis(300));
        assertThatThrownBy(() -> impatient.send(query("silent.test", Type.A))).isInstanceOf(IOException.class);

        playground.faults().clear();
        assertThat(ask("www.broken.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void removesAndReplacesRecords() throws Exception {
        publish("acme.test", "@", "TXT", "one");
        publish("acme.test", "@", "TXT", "two");
        playground.zones().remove("acme.test", new PublishedRecord("@", "TXT", null, "one"));
        assertThat(answers("acme.test", Type.TXT)).containsExactly("\"two\"");

        put("/zones/acme.test/records?replace=true", "{\"name\":\"@\",\"type\":\"TXT\",\"value\":\"three\"}");
        assertThat(answers("acme.test", Type.TXT)).containsExactly("\"three\"");
    }

    @Test
    void refusesWhatIsNoRecord() throws Exception {
        assertThat(put("/zones/acme.test/records", "{\"name\":\"@\",\"type\":\"MX\",\"value\":\"mx\"}")
                        .body())
                .contains("Expected a MX record for @, but got mx");
        assertThat(put("/zones/example.com/records", "[]").body()).contains("Expected a zone below .test");
    }

    @Test
    void saysWhatABodyShouldBe() throws Exception {
        for (String method : new String[] {"PUT", "DELETE"}) {
            for (String body : new String[] {"", "null", "7", "[null]", "[[]]"}) {
                var answer = send(method, "/zones/acme.test/records", body);
                assertThat(answer.statusCode()).as(method + " " + body).isEqualTo(400);
                assertThat(answer.body()).contains("Expected a record or a list of records as JSON, but got");
            }
        }
        for (String body : new String[] {"", "null", "[]", "{}", "{\"name\":\"a.test\"}"}) {
            var answer = put("/faults", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("Expected a fault with name and kind, but got");
        }
    }

    private void publish(String zone, String name, String type, String value) {
        playground.zones().publish(zone, List.of(new PublishedRecord(name, type, null, value)));
    }

    private List<String> answers(String name, int type) throws Exception {
        return ask(name, type).getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .toList();
    }

    private Message ask(String name, int type) throws Exception {
        return resolver().send(query(name, type));
    }

    private SimpleResolver resolver() {
        return new SimpleResolver(Loopback.at(playground.port()));
    }

    private static Message query(String name, int type) throws Exception {
        return Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN));
    }

    private HttpResponse<String> put(String path, String body) throws Exception {
        return send("PUT", path, body);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(playground.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
