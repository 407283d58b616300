package org.postroom.outbound.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.postroom.outbound.mail.RawMail;

class SigningTest {

    private static final DkimKey KEY = DkimKey.generate("postroom1", KeyType.RSA);
    private static final String MAIL = """
            From: help@acme.test
            To: anna@customer.test
            Subject: Hi
            Message-ID: <1@acme.test>

            Hello  there
            """.replace("\n", "\r\n");

    @Test
    void signsSoThatAVerifierWithThePublishedKeyAgrees() throws Exception {
        RawMail signed = DkimSigner.sign(mail(MAIL), "acme.test", KEY);

        assertThat(text(signed)).startsWith("DKIM-Signature:").endsWith(MAIL);
        assertThat(verify(text(signed))).isEqualTo("acme.test");
    }

    @Test
    void survivesAServerThatFoldsSpaces() throws Exception {
        String signed = text(DkimSigner.sign(mail(MAIL), "acme.test", KEY));

        assertThat(verify(signed.replace("Subject: Hi", "Subject:   Hi ").replace("Hello  there", "Hello there ")))
                .isEqualTo("acme.test");
    }

    @Test
    void noticesAChangedTextAndAnAddedField() {
        String signed = text(DkimSigner.sign(mail(MAIL), "acme.test", KEY));

        assertThatThrownBy(() -> verify(signed.replace("Hello", "Hullo"))).isInstanceOf(FailException.class);
        assertThatThrownBy(() -> verify(signed.replace("Subject: Hi\r\n", "Subject: Hi\r\nSubject: Pay\r\n")))
                .isInstanceOf(FailException.class);
        assertThatThrownBy(
                        () -> verify(signed.replace("Subject: Hi\r\n", "Subject: Hi\r\nReply-To: eve@evil.test\r\n")))
                .isInstanceOf(FailException.class);
    }

    @Test
    void restoresAKeyFromWhatIsStored() throws Exception {
        DkimKey restored = DkimKey.restore("postroom1", KeyType.RSA, KEY.publicKey(), KEY.encodedPrivateKey());

        assertThat(verify(text(DkimSigner.sign(mail(MAIL), "acme.test", restored))))
                .isEqualTo("acme.test");
    }

    private static String verify(String mail) throws Exception {
        var verifier = new DKIMVerifier((methods, selector, domain) -> List.of("v=DKIM1; k=rsa; p=" + KEY.publicKey()));
        return verifier.verify(mail(mail).open()).getFirst().getDToken().toString();
    }

    private static RawMail mail(String text) {
        return new RawMail(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(RawMail mail) {
        return new String(mail.octets(), StandardCharsets.US_ASCII);
    }
}
