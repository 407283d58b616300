package org.postroom.inbound.authenticity.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.postroom.inbound.authenticity.ZoneNames;
import org.postroom.inbound.authenticity.evidence.Result;

/** Chains of forwarders (RFC 8617). */
class ArcCheckTest {

    private static final String FROM = "from:ann@bank.test\r\n";
    private static final String BODY = "Hello\r\n";

    private final Signer signer = Signer.rsa(1024);
    private final ZoneNames names = new ZoneNames().with("a._domainkey.forwarder.test", signer.record());

    ArcCheckTest() throws GeneralSecurityException {}

    @Test
    void knowsMailWithoutForwarders() {
        assertThat(result(FROM + "\r\n" + BODY)).isEqualTo(Result.NONE);
    }

    @Test
    void passesAChainOfTwo() throws Exception {
        String once = sealed("", 1, "none");
        String twice = sealed(once, 2, "pass");

        assertThat(result(once + FROM + "\r\n" + BODY)).isEqualTo(Result.PASS);
        assertThat(result(twice + FROM + "\r\n" + BODY)).isEqualTo(Result.PASS);
    }

    @Test
    void failsAChainThatIsBroken() throws Exception {
        String twice = sealed(sealed("", 1, "none"), 2, "pass");

        assertThat(result(twice + FROM + "\r\nOther\r\n")).isEqualTo(Result.FAIL);
        assertThat(result(twice.replace("i=1; results", "i=1; better") + FROM + "\r\n" + BODY))
                .isEqualTo(Result.FAIL);
        assertThat(result(sealed("", 2, "pass") + FROM + "\r\n" + BODY)).isEqualTo(Result.FAIL);
        assertThat(result(sealed("", 1, "pass") + FROM + "\r\n" + BODY)).isEqualTo(Result.FAIL);
        assertThat(result(sealed("", 1, "fail") + FROM + "\r\n" + BODY)).isEqualTo(Result.FAIL);
    }

    @Test
    void saysNothingAgainstAChainWhereDnsIsInTrouble() throws Exception {
        String once = sealed("", 1, "none");
        names.with("a._domainkey.forwarder.test", "trouble");

        assertThat(result(once + FROM + "\r\n" + BODY)).isEqualTo(Result.TEMPERROR);
    }

    private Result result(String raw) {
        return ArcCheck.of(SignedMail.of(raw.getBytes(StandardCharsets.ISO_8859_1)), names);
    }

    /** One set more, on top of those before it, each field already in its relaxed form. */
    private String sealed(String before, int instance, String chain) throws GeneralSecurityException {
        String hash = Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(StandardCharsets.ISO_8859_1)));
        String common = "i=" + instance + "; a=rsa-sha256; d=forwarder.test; s=a; ";
        String results = "arc-authentication-results:i=" + instance + "; results\r\n";
        String message = "arc-message-signature:" + common + "c=relaxed/relaxed; h=from; bh=" + hash + "; b=";
        message += signer.value(FROM + message, "SHA256withRSA") + "\r\n";
        String seal = "arc-seal:" + common + "cv=" + chain + "; b=";
        seal += signer.value(inOrder(before) + results + message + seal, "SHA256withRSA") + "\r\n";
        return seal + message + results + before;
    }

    /** A seal signs results, message and seal of each set, the oldest first. */
    private static String inOrder(String before) {
        StringBuilder text = new StringBuilder();
        String[] fields = before.isEmpty() ? new String[0] : before.split("\r\n");
        for (int i = fields.length - 1; i >= 0; i--) {
            text.append(fields[i]).append("\r\n");
        }
        return text.toString();
    }
}
