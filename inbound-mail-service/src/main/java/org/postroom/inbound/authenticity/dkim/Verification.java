package org.postroom.inbound.authenticity.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.DnsAnswer;
import org.postroom.inbound.authenticity.evidence.Names;
import org.postroom.inbound.authenticity.evidence.QueryNames;
import org.postroom.inbound.authenticity.evidence.Result;

/** Verifies one signature with the key that DNS has (RFC 6376, section 6.1). */
final class Verification {

    private static final String LINE_END = "\r\n";

    private Verification() {}

    /** Verifies a signature of a message: its body, then its header. */
    static Outcome of(Signature signature, SignedMail mail, Names names) {
        BodyDigest.@Nullable Result body = mail.digest(signature.body());
        if (body == null) {
            return new Outcome(Result.POLICY, "The mail's signatures ask for more than we calculate.");
        }
        long signed = signature.body().most();
        if (signed != Long.MAX_VALUE && signed > body.length()) {
            return new Outcome(Result.FAIL, "The mail is shorter than what was signed.");
        }
        if (!MessageDigest.isEqual(body.value(), signature.bodyHash())) {
            return new Outcome(Result.FAIL, "The text was changed after it was signed.");
        }
        Outcome outcome = of(signature, header(signature, mail), names);
        return outcome.result() == Result.PASS && signed < body.length()
                ? new Outcome(Result.PASS, "Only the beginning of the text is signed.")
                : outcome;
    }

    /** Verifies that a text was signed. */
    static Outcome of(Signature signature, String text, Names names) {
        if (signature.algorithm() == Algorithm.RSA_SHA1) {
            return new Outcome(Result.POLICY, "The signature is made in a way that is not safe any more.");
        }
        String name = signature.selector() + "._domainkey." + signature.domain();
        DnsAnswer<String> answer = QueryNames.of(name).map(names::texts).orElseGet(DnsAnswer.None::new);
        return switch (answer) {
            case DnsAnswer.Trouble<String> _ ->
                new Outcome(Result.TEMPERROR, "The name servers of the signer did not answer.");
            case DnsAnswer.None<String> _ -> new Outcome(Result.PERMERROR, "The signer has no such key.");
            case DnsAnswer.Records<String> records -> withKeys(signature, text, records.values());
        };
    }

    /** Several keys under one name are not forbidden; each of the first few is tried. */
    private static Outcome withKeys(Signature signature, String text, List<String> records) {
        Outcome outcome = new Outcome(Result.PERMERROR, "The signer has no such key.");
        for (KeyRecord key : records.stream()
                .map(KeyRecord::parse)
                .flatMap(Optional::stream)
                .limit(3)
                .toList()) {
            outcome = withKey(signature, text, key);
            if (outcome.result() == Result.PASS) {
                return outcome;
            }
        }
        return outcome;
    }

    private static Outcome withKey(Signature signature, String text, KeyRecord record) {
        if (record.isRevoked()) {
            return new Outcome(Result.PERMERROR, "The signer has revoked the key.");
        }
        if (!record.allows(signature)) {
            return new Outcome(Result.PERMERROR, "The signer's key is not for signatures of this kind.");
        }
        try {
            PublicKey key = PublicKeys.read(record);
            if (!PublicKeys.isOfGoodLength(key)) {
                return new Outcome(Result.POLICY, "The signer's key is not of a length that is safe.");
            }
            byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
            return PublicKeys.verifies(key, signature.algorithm(), octets, signature.value())
                    ? Outcome.PASS
                    : new Outcome(Result.FAIL, "The signature is not of this mail.");
        } catch (GeneralSecurityException none) {
            return new Outcome(Result.PERMERROR, "The signer's key is none.");
        }
    }

    /** The signed fields, of several of a name the last one first, and the signature's own without its value. */
    private static String header(Signature signature, SignedMail mail) {
        Map<String, Deque<HeaderField>> byName = new HashMap<>();
        for (HeaderField field : mail.fields()) {
            // The signature itself is no field that it could sign.
            if (!field.equals(signature.field())) {
                byName.computeIfAbsent(field.name(), name -> new ArrayDeque<>()).push(field);
            }
        }
        var text = new StringBuilder();
        for (String name : signature.signed()) {
            @Nullable
            HeaderField field = byName.getOrDefault(name, new ArrayDeque<>()).poll();
            if (field != null) {
                text.append(signature.header().field(field)).append(LINE_END);
            }
        }
        return text.append(signature.header().field(signature.unsigned())).toString();
    }
}
