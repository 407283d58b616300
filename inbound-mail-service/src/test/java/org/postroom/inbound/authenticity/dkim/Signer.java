package org.postroom.inbound.authenticity.dkim;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;

/** Signs mails as strangers do: by jDKIM with RSA, and with Ed25519 (RFC 8463), which that library does not know. */
public final class Signer {

    private static final int ED25519_LENGTH = 32;

    private final KeyPair keys;

    private Signer(KeyPair keys) {
        this.keys = keys;
    }

    /** Makes a signer with an RSA key of that many bits. */
    public static Signer rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return new Signer(generator.generateKeyPair());
    }

    /** Makes a signer with an Ed25519 key. */
    public static Signer ed25519() throws GeneralSecurityException {
        return new Signer(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    /** The key as DNS has it, without its kind where that is RSA. */
    public String record() {
        byte[] encoded = keys.getPublic().getEncoded();
        return keys.getPublic().getAlgorithm().equals("RSA")
                ? "v=DKIM1; p=" + Base64.getEncoder().encodeToString(encoded)
                : "v=DKIM1; k=ed25519; p="
                        + Base64.getEncoder()
                                .encodeToString(
                                        Arrays.copyOfRange(encoded, encoded.length - ED25519_LENGTH, encoded.length));
    }

    /**
     * The mail with a signature of jDKIM on top.
     *
     * @param tags those besides bh= and b=
     */
    public String sign(String mail, String tags) throws Exception {
        var signer = new DKIMSigner(tags + " bh=; b=;", keys.getPrivate());
        return signer.sign(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1))) + "\r\n" + mail;
    }

    /** The value of b= for a text. */
    public String value(String text, String algorithm) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(keys.getPrivate());
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        signature.update(
                algorithm.equals("Ed25519")
                        ? MessageDigest.getInstance("SHA-256").digest(octets)
                        : octets);
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    /** The mail with a signature of its From field and its body, relaxed, by Ed25519. */
    public String signByEd25519(String from, String rest, String body, String domain) throws GeneralSecurityException {
        String hash = Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.ISO_8859_1)));
        String tags = "v=1; a=ed25519-sha256; c=relaxed/relaxed; d=" + domain + "; s=ed; h=from; bh=" + hash + "; b=";
        String signed = "from:" + from + "\r\ndkim-signature:" + tags;
        return "DKIM-Signature: " + tags + value(signed, "Ed25519") + "\r\nFrom: " + from + "\r\n" + rest + "\r\n"
                + body;
    }
}
