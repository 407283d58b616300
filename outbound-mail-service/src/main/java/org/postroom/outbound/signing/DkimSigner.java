package org.postroom.outbound.signing;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.postroom.outbound.mail.RawMail;

/**
 * Signs mails (RFC 6376), relaxed/relaxed. The fields that change what a reader sees are signed once more often than
 * they occur, so that nobody can add another (section 8.15).
 */
public final class DkimSigner {

    static final String FIELDS = "from:from:reply-to:reply-to:to:to:cc:cc:subject:subject:date:date"
            + ":message-id:message-id:in-reply-to:in-reply-to:references:references"
            + ":mime-version:mime-version:content-type:content-type";

    private DkimSigner() {}

    /** The mail with its DKIM-Signature on top. */
    public static RawMail sign(RawMail mail, String domainName, DkimKey key) {
        return sign(mail, mail, domainName, key);
    }

    /**
     * Signs a mail once more.
     *
     * @param mail the mail without any signature
     * @param signed the same with the signatures it has
     */
    static RawMail sign(RawMail mail, RawMail signed, String domainName, DkimKey key) {
        return signed.withFieldOnTop(
                key.type() == KeyType.RSA
                        ? rsaField(mail, domainName, key)
                        : Ed25519Signature.field(HeaderFields.of(mail), domainName, key));
    }

    private static String rsaField(RawMail mail, String domainName, DkimKey key) {
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domainName + "; s=" + key.selector() + "; h="
                + FIELDS + "; bh=; b=;";
        try (InputStream raw = mail.open()) {
            return new DKIMSigner(template, key.privateKey()).sign(raw);
        } catch (IOException | FailException impossible) {
            throw new IllegalStateException("expected a composed mail to be signed, but it was not", impossible);
        }
    }
}
