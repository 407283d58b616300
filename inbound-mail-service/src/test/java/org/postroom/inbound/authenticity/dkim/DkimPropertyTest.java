package org.postroom.inbound.authenticity.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.postroom.inbound.authenticity.ZoneNames;
import org.postroom.inbound.authenticity.evidence.Result;

/** Whatever a stranger sends or publishes, each signature ends with a result, and none that nobody made passes. */
class DkimPropertyTest {

    private static final List<String> PIECES = List.of(
            "DKIM-Signature:",
            "ARC-Seal:",
            "ARC-Message-Signature:",
            "ARC-Authentication-Results:",
            "From:",
            " ",
            "\r\n",
            "\n",
            "\r",
            "\t",
            "v=1;",
            "a=rsa-sha256;",
            "a=ed25519-sha256;",
            "b=",
            "AAAA",
            ";",
            "bh=",
            "d=x.test;",
            "s=s;",
            "h=from:to;",
            "i=1;",
            "i=@x.test;",
            "c=relaxed/simple;",
            "l=0;",
            "l=99999999999999999999;",
            "x=1;",
            "cv=none;",
            "=",
            "\u00ff",
            "body");

    @Property(tries = 2000)
    void endsWithResultsWhateverTheMailHolds(
            @ForAll("mails") String raw, @ForAll("mails") String key, @ForAll @IntRange(min = 1, max = 40) int step) {
        var names = new ZoneNames().with("s._domainkey.x.test", key);
        byte[] octets = raw.getBytes(StandardCharsets.ISO_8859_1);
        var mail = new SignedMail();
        for (int i = 0; i < octets.length; i += step) {
            mail.write(octets, i, Math.min(step, octets.length - i));
        }
        mail.end();

        assertThat(DkimCheck.of(mail, names, 1000))
                .isEqualTo(DkimCheck.of(SignedMail.of(octets), names, 1000))
                .allSatisfy(verdict -> assertThat(verdict.result()).isNotEqualTo(Result.PASS));
        assertThat(ArcCheck.of(mail, names)).isIn(Result.NONE, Result.FAIL);
    }

    @Provide
    Arbitrary<String> mails() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(30)
                .map(pieces -> pieces.stream().collect(Collectors.joining()));
    }
}
