package org.postroom.inbound.authenticity.dkim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.authenticity.evidence.Names;
import org.postroom.inbound.authenticity.evidence.Result;

/** Verifies the signatures of a mail (RFC 6376, section 6): at most ten, in their order. */
public final class DkimCheck {

    private static final String FROM = "from";
    private static final int BEGINNING = 8;

    private DkimCheck() {}

    /**
     * Verifies them; blocks while DNS is asked for keys.
     *
     * @param seconds the time, in seconds since 1970
     */
    public static List<DkimVerdict> of(SignedMail mail, Names names, long seconds) {
        return mail.signatures().stream()
                .map(field -> verdict(field, mail, names, seconds))
                .toList();
    }

    private static DkimVerdict verdict(HeaderField field, SignedMail mail, Names names, long seconds) {
        @Nullable Signature signature = Signature.ofMail(field).orElse(null);
        if (signature == null) {
            return unreadable(field);
        }
        Outcome outcome = outcome(signature, mail, names, seconds);
        return new DkimVerdict(
                outcome.result(), signature.domain(), signature.selector(), beginning(field), outcome.why());
    }

    private static Outcome outcome(Signature signature, SignedMail mail, Names names, long seconds) {
        if (!signature.signed().contains(FROM)) {
            return new Outcome(Result.PERMERROR, "The signature is not about the author.");
        }
        if (signature.expires() != null && signature.expires() < seconds) {
            return new Outcome(Result.FAIL, "The signature has expired.");
        }
        Outcome verified = Verification.of(signature, mail, names);
        return verified.result() == Result.PASS && hasUnsignedAuthor(signature, mail)
                ? new Outcome(Result.POLICY, "The mail has an author that is not signed.")
                : verified;
    }

    /** Whoever adds a From field to a signed mail must not speak with the signer's voice (section 8.15). */
    private static boolean hasUnsignedAuthor(Signature signature, SignedMail mail) {
        long signed = signature.signed().stream().filter(FROM::equals).count();
        return mail.fields(FROM).size() > signed;
    }

    private static DkimVerdict unreadable(HeaderField field) {
        return new DkimVerdict(
                Result.PERMERROR,
                TagList.parse(field.value()).flatMap(tags -> tags.compact("d")).orElse(""),
                TagList.parse(field.value()).flatMap(tags -> tags.compact("s")).orElse(""),
                beginning(field),
                "The signature is not made as signatures are.");
    }

    private static String beginning(HeaderField field) {
        return TagList.parse(field.value())
                .flatMap(tags -> tags.compact("b"))
                .map(value -> value.substring(0, Math.min(BEGINNING, value.length())))
                .orElse("");
    }
}
