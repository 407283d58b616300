package org.postroom.inbound.authenticity.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.inbound.authenticity.ZoneNames;
import org.postroom.inbound.authenticity.evidence.Result;

/** Signatures as jDKIM and others make them, and what becomes of them on their way (RFC 6376). */
class DkimCheckTest {

    private static final String FROM = "Ann <ann@bank.test>";
    private static final String HEADER = "From: " + FROM + "\r\nTo: help@acme.test\r\nSubject:  Two   words\r\n";
    private static final String MAIL = HEADER + "\r\nHello,\r\n\r\nhow are  you?\r\n";
    private static final String TAGS = "v=1; a=rsa-sha256; c=%s; d=bank.test; s=one; h=from:to:subject;";
    private static final long NOW = 2_000_000_000;
    private static final Signer RSA = signer(2048);

    private final ZoneNames names = new ZoneNames().with("one._domainkey.bank.test", RSA.record());

    @Test
    void passesWhatWasSignedInAnyForm() throws Exception {
        for (String form : List.of("simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed", "relaxed")) {
            assertThat(result(RSA.sign(MAIL, TAGS.formatted(form)))).as(form).isEqualTo(Result.PASS);
        }
        assertThat(result(RSA.sign(HEADER + "\r\n", TAGS.formatted("simple/simple"))))
                .isEqualTo(Result.PASS);
        assertThat(result(RSA.sign(HEADER + "\r\nno line end", TAGS.formatted("relaxed/relaxed"))))
                .isEqualTo(Result.PASS);
    }

    /** The values of RFC 6376, sections 3.4.3 and 3.4.4; jDKIM has another for the relaxed form. */
    @Test
    void digestsAnEmptyBody() {
        assertThat(digest(Canonical.SIMPLE, "")).isEqualTo("frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=");
        assertThat(digest(Canonical.SIMPLE, "\r\n\r\n")).isEqualTo("frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=");
        assertThat(digest(Canonical.RELAXED, "")).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(digest(Canonical.RELAXED, " \r\n\t\r\n")).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void overlooksSpacesWhereTheSignerSaysSo() throws Exception {
        String relaxed = RSA.sign(MAIL, TAGS.formatted("relaxed/relaxed"));
        String simple = RSA.sign(MAIL, TAGS.formatted("simple/simple"));

        assertThat(result(reformatted(relaxed))).isEqualTo(Result.PASS);
        assertThat(result(reformatted(simple))).isEqualTo(Result.FAIL);
        assertThat(result(simple + "\r\n\r\n")).as("empty lines at the end").isEqualTo(Result.PASS);
    }

    @Test
    void failsWhatWasChanged() throws Exception {
        String signed = RSA.sign(MAIL, TAGS.formatted("relaxed/relaxed"));

        assertThat(result(signed.replace("how are", "send money"))).isEqualTo(Result.FAIL);
        assertThat(result(signed.replace("Two   words", "Other words"))).isEqualTo(Result.FAIL);
        assertThat(result(signed.replace("Ann <", "Eve <"))).isEqualTo(Result.FAIL);
    }

    @Test
    void passesEd25519() throws Exception {
        Signer signer = Signer.ed25519();
        names.with("ed._domainkey.bank.test", signer.record());
        String signed = signer.signByEd25519(FROM, "Subject: x\r\n", "Hello\r\n", "bank.test");

        assertThat(result(signed)).isEqualTo(Result.PASS);
        assertThat(result(signed.replace("Ann", "Eve"))).isEqualTo(Result.FAIL);
    }

    @Test
    void knowsEachOfSeveralSignatures() throws Exception {
        String both = RSA.sign(MAIL, TAGS.formatted("relaxed/relaxed").replace("s=one", "s=two"));
        both = RSA.sign(MAIL, TAGS.formatted("simple/simple")).replace(MAIL, "") + both;

        assertThat(DkimCheck.of(mail(both), names, NOW))
                .extracting(DkimVerdict::result, DkimVerdict::selector)
                .containsExactly(tuple(Result.PASS, "one"), tuple(Result.PERMERROR, "two"));
        assertThat(DkimCheck.of(mail("DKIM-Signature: x\r\n".repeat(50) + MAIL), names, NOW))
                .hasSize(10);
    }

    @Test
    void signsOnlyTheBeginningWhereTheSignerSaysSo() throws Exception {
        String signed = RSA.sign(MAIL, TAGS.formatted("relaxed/relaxed") + " l=8;");

        assertThat(verdict(signed + "Footer of a list\r\n"))
                .extracting(DkimVerdict::result, DkimVerdict::why)
                .containsExactly(Result.PASS, "Only the beginning of the text is signed.");
        assertThat(result(signed.replace("\r\n\r\nHello,\r\n\r\nhow are  you?\r\n", "\r\n\r\nHell")))
                .isEqualTo(Result.FAIL);
    }

    @Test
    void believesNoSignatureAfterItsTime() throws Exception {
        assertThat(result(RSA.sign(MAIL, TAGS.formatted("relaxed/relaxed") + " t=1000; x=" + (NOW - 1) + ";")))
                .isEqualTo(Result.FAIL);
        assertThat(verdict(RSA.sign(MAIL, TAGS.formatted("relaxed/relaxed"))
                                .replace("h=from", "x=" + (NOW - 1) + "; h=from"))
                        .why())
                .contains("expired");
    }

    @Test
    void wantsTheAuthorSigned() throws Exception {
        String others = TAGS.formatted("relaxed/relaxed");
        String second = "From: Eve <eve@evil.test>\r\n";

        assertThat(result(RSA.sign(MAIL, others).replace("h=from:to:subject", "h=to:subject")))
                .isEqualTo(Result.PERMERROR);
        assertThat(verdict(second + RSA.sign(MAIL, others)))
                .extracting(DkimVerdict::result)
                .isEqualTo(Result.POLICY);
        assertThat(result(second + RSA.sign(MAIL, others.replace("h=from", "h=from:from"))))
                .as("signed as absent")
                .isEqualTo(Result.FAIL);
    }

    @Test
    void believesOnlyKeysThatAreSafe() throws Exception {
        Signer shortOne = Signer.rsa(768);
        names.with("one._domainkey.short.test", shortOne.record());
        String tags = TAGS.formatted("relaxed/relaxed").replace("bank.test", "short.test");

        assertThat(result(shortOne.sign(MAIL, tags))).isEqualTo(Result.POLICY);
        assertThat(result(RSA.sign(MAIL, TAGS.formatted("relaxed/relaxed").replace("sha256", "sha1"))))
                .isEqualTo(Result.POLICY);
    }

    @Test
    void heedsWhatTheKeySaysOfItself() throws Exception {
        String signed = RSA.sign(MAIL, TAGS.formatted("relaxed/relaxed") + " i=ann@mail.bank.test;");
        String key = RSA.record();

        assertThat(result(signed)).isEqualTo(Result.PASS);
        assertThat(withKey(signed, key + "; t=y:s")).isEqualTo(Result.PERMERROR);
        assertThat(withKey(signed, key + "; h=sha1")).isEqualTo(Result.PERMERROR);
        assertThat(withKey(signed, key + "; h=sha1:sha256; s=email; t=y; n=note"))
                .isEqualTo(Result.PASS);
        assertThat(withKey(signed, key + "; s=tlsrpt")).isEqualTo(Result.PERMERROR);
        assertThat(withKey(signed, key + "; k=ed25519")).isEqualTo(Result.PERMERROR);
        assertThat(withKey(signed, "v=DKIM1; p=")).isEqualTo(Result.PERMERROR);
        assertThat(withKey(signed, "v=DKIM1; p=AAAA")).isEqualTo(Result.PERMERROR);
        assertThat(withKey(signed, "v=DKIM2; " + key.substring(9))).isEqualTo(Result.PERMERROR);
        assertThat(withKey(signed, "trouble")).isEqualTo(Result.TEMPERROR);
        assertThat(withKey(signed, Signer.rsa(1024).record())).isEqualTo(Result.FAIL);
        assertThat(result(signed.replace("i=ann@mail.bank.test", "i=ann@bank.test.evil.test")))
                .isEqualTo(Result.PERMERROR);
    }

    @Test
    void readsAMailThatIsLargerThanWhatIsKeptOfIt() throws Exception {
        String large = HEADER + "\r\n" + "0123456789 abcdef \r\n".repeat(100_000);
        byte[] signed = RSA.sign(large, TAGS.formatted("relaxed/relaxed")).getBytes(StandardCharsets.ISO_8859_1);
        var mail = new SignedMail();
        for (int i = 0; i < signed.length; i += 1000) {
            mail.write(signed, i, Math.min(1000, signed.length - i));
        }
        mail.end();

        assertThat(DkimCheck.of(mail, names, NOW))
                .extracting(DkimVerdict::result)
                .containsExactly(Result.PASS);
    }

    private static String digest(Canonical canonical, String body) {
        var digest = new BodyDigest(new BodyForm(canonical, "SHA-256", Long.MAX_VALUE));
        byte[] octets = body.getBytes(StandardCharsets.ISO_8859_1);
        digest.write(octets, 0, octets.length);
        return Base64.getEncoder().encodeToString(digest.end().value());
    }

    private static String reformatted(String signed) {
        return signed.replace("Subject:  Two   words", "SUBJECT: Two\r\n\twords ")
                .replace("how are  you?", "how are you?  ");
    }

    private Result withKey(String signed, String record) {
        names.with("one._domainkey.bank.test", record);
        return result(signed);
    }

    private Result result(String raw) {
        return verdict(raw).result();
    }

    private DkimVerdict verdict(String raw) {
        return DkimCheck.of(mail(raw), names, NOW).getFirst();
    }

    private static SignedMail mail(String raw) {
        return SignedMail.of(raw.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Signer signer(int bits) {
        try {
            return Signer.rsa(bits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
