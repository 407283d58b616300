package org.postroom.outbound.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.RawMail;

class SecondSignatureTest {

    private static final DkimKey KEY = DkimKey.generate("postroom-ed1", KeyType.ED25519);
    private static final String MAIL = """
            From: Acme  Support
             <help@acme.test>
            To: anna@customer.test
            Subject: Hi

            Hello  there\t

            Bye

            """.replace("\n", "\r\n");

    /** The canonical forms stand here as a person reads them in RFC 6376, not as the signer computes them. */
    @Test
    void signsTheCanonicalFormOfHeaderAndBody() throws Exception {
        String signed = text(DkimSigner.sign(mail(MAIL), "acme.test", KEY));

        String field = signed.substring(0, signed.indexOf("\r\nFrom:"));
        assertThat(tag(field, "bh")).isEqualTo(base64(sha256("Hello there\r\n\r\nBye\r\n")));
        String bare = field.substring(0, field.lastIndexOf("b=") + 2)
                .substring("DKIM-Signature:".length())
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        String header = "from:Acme Support <help@acme.test>\r\nto:anna@customer.test\r\nsubject:Hi\r\n"
                + "dkim-signature:" + bare;
        assertThat(verifies(sha256(header), Base64.getDecoder().decode(tag(field, "b"))))
                .isTrue();
        assertThat(signed).endsWith(MAIL);
    }

    @Test
    void publishesTheBareKeyAsRfc8463Wants() {
        assertThat(Base64.getDecoder().decode(KEY.publicKey())).hasSize(32);
        assertThat(DkimKey.restore("postroom-ed1", KeyType.ED25519, KEY.publicKey(), KEY.encodedPrivateKey())
                        .publicKey())
                .isEqualTo(KEY.publicKey());
    }

    @Test
    void movesAMailToAnotherAddressAndKeepsTheAnswersComing() {
        RawMail moved = HeaderFields.of(mail(MAIL))
                .from(EmailAddress.of("help@acme.test"), EmailAddress.of("help@acme.platform.test"));

        assertThat(text(moved))
                .contains("From: Acme  Support\r\n <help@acme.platform.test>\r\n")
                .contains("Reply-To: help@acme.test\r\n\r\nHello")
                .endsWith("Bye\r\n\r\n");
    }

    @Test
    void keepsAReplyToThatIsThere() {
        RawMail mail = mail("Reply-To: sales@acme.test\r\n" + MAIL);

        RawMail moved = HeaderFields.of(mail).from(EmailAddress.of("help@acme.test"), EmailAddress.of("help@p.test"));

        assertThat(text(moved)).containsOnlyOnce("Reply-To:").contains("Reply-To: sales@acme.test");
    }

    private static boolean verifies(byte[] signed, byte[] signature) throws Exception {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] der = new byte[44];
        System.arraycopy(prefix, 0, der, 0, prefix.length);
        System.arraycopy(Base64.getDecoder().decode(KEY.publicKey()), 0, der, prefix.length, 32);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        verifier.update(signed);
        return verifier.verify(signature);
    }

    private static String tag(String field, String name) {
        Matcher matcher = Pattern.compile("[;\\s]" + name + "=([^;]*)").matcher(field);
        String value = "";
        while (matcher.find()) {
            value = matcher.group(1);
        }
        return value.replaceAll("\\s", "");
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static RawMail mail(String text) {
        return new RawMail(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(RawMail mail) {
        return new String(mail.octets(), StandardCharsets.US_ASCII);
    }
}
