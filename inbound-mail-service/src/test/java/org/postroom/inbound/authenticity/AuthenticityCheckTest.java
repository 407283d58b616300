package org.postroom.inbound.authenticity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.inbound.authenticity.dkim.SignedMail;
import org.postroom.inbound.authenticity.dmarc.DmarcPolicy;
import org.postroom.inbound.authenticity.dmarc.DmarcVerdict;
import org.postroom.inbound.authenticity.evidence.Result;

/** What the checks say together, and how it is written down (RFC 8601). */
class AuthenticityCheckTest {

    private static final String SERVER = "mx.postroom.test";

    private final ZoneNames names = new ZoneNames()
            .with("bank.test", "v=spf1 ip4:192.0.2.5 -all")
            .with("_dmarc.bank.test", "v=DMARC1; p=reject")
            .with("mail.bank.test", "v=spf1 ip4:192.0.2.5 -all")
            .with("xn--bcher-kva.test", "v=spf1 ip4:192.0.2.5 -all");

    @Test
    void writesDownWhatWasFoundOut() {
        MailAuthenticity found = check("192.0.2.5", "mail.bank.test", "ann@bank.test", "From: ann@bank.test\r\n");

        assertThat(AuthenticationResults.of(SERVER, found))
                .isEqualTo("mx.postroom.test; spf=pass smtp.mailfrom=bank.test; spf=pass smtp.helo=mail.bank.test;"
                        + " dkim=none; dmarc=pass (p=reject) header.from=bank.test; arc=none");
        assertThat(found.askedForForgery()).isEmpty();
        assertThat(found.isProvenFrom("news.bank.test")).isTrue();
        assertThat(found.isProvenFrom("other.test")).isFalse();
    }

    @Test
    void asksForTheGreetingWhereTheSenderIsNull() {
        MailAuthenticity found = check("192.0.2.5", "mail.bank.test", "", "From: x@bank.test\r\n");

        assertThat(AuthenticationResults.of(SERVER, found))
                .startsWith("mx.postroom.test; spf=pass smtp.helo=mail.bank.test; dkim");
        assertThat(found.author()).isEqualTo(new DmarcVerdict(Result.PASS, "bank.test", DmarcPolicy.REJECT));
    }

    @Test
    void putsWhatStrangersWriteInQuotes() {
        MailAuthenticity found = check(
                "192.0.2.5",
                "x; dmarc=pass header.from=bank.test",
                "",
                "From: x@bank.test\r\nDKIM-Signature: d=a(b; s=\"; b=AAAA\r\n");

        assertThat(AuthenticationResults.of(SERVER, found))
                .isEqualTo("mx.postroom.test; spf=none smtp.helo=\"x; dmarc=pass header.from=bank.test\";"
                        + " dkim=permerror header.d=\"a(b\" header.s=\"\\\"\" header.b=AAAA;"
                        + " dmarc=fail (p=reject) header.from=bank.test; arc=none");
        assertThat(found.greeting()).isNull();
        assertThat(found.askedForForgery()).contains(DmarcPolicy.REJECT);
    }

    @Test
    void readsEveryAuthorAsTheOneIsReadWhoIsShown() {
        MailAuthenticity found = check(
                "192.0.2.5",
                "mail.test",
                "ann@bücher.test",
                String.join(
                        "\r\n",
                        "From: \"boss@bank.test\" <ann@B\u00c3\u00bccher.test>",
                        "Subject: x",
                        "from: eve@evil.test, eve@bank.test",
                        ""));

        assertThat(found.authors()).isEqualTo(List.of("xn--bcher-kva.test", "evil.test", "bank.test"));
        assertThat(found.sender().domain()).isEqualTo("xn--bcher-kva.test");
        assertThat(found.sender().verdict().result()).isEqualTo(Result.PASS);
        assertThat(found.author()).isEqualTo(new DmarcVerdict(Result.FAIL, "bank.test", DmarcPolicy.REJECT));
    }

    @Test
    void saysNothingOfAnAuthorWhereThereIsNone() {
        assertThat(check("2001:db8::1", "mail.test", "x@y.test", "Subject: x\r\n")
                        .author())
                .isNull();
    }

    private MailAuthenticity check(String client, String greeting, String sender, String header) {
        var delivery = new Delivery(InetAddress.ofLiteral(client), greeting, sender, SERVER, 1000);
        byte[] raw = (header + "\r\nHello\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return AuthenticityCheck.of(delivery, SignedMail.of(raw), names);
    }
}
