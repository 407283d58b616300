package org.postroom.verification.dmarc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.dmarc.DmarcStatus.State;
import org.postroom.verification.record.DmarcPolicy;
import org.postroom.verification.record.DmarcPolicy.Present;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;

/** Says what a domain's DMARC record means for our mail. */
public final class DmarcJudge {

    private DmarcJudge() {}

    /**
     * Judges what was found.
     *
     * <p>We sign with the very domain of From, which is aligned in strict mode too. Our envelope sender is on a subdomain
     * of it, which is aligned in relaxed mode only (RFC 7489, section 3.1).
     *
     * @param policyRecord what was found where the policy that counts belongs
     * @param foundAt the name that was looked at
     * @param inherited whether that is the organisational domain's name and not the domain's own
     * @param others what was found of the domain's other records
     */
    public static DmarcStatus judge(
            RecordCheck policyRecord, String foundAt, boolean inherited, List<RecordCheck> others) {
        return switch (policyRecord.status()) {
            case MISSING ->
                new DmarcStatus(
                        State.ABSENT,
                        null,
                        null,
                        isSigned(others),
                        isMailFromRight(others),
                        "There is no DMARC policy: receivers decide by themselves about mail that only claims to be from"
                                + " the domain.");
            case LOOKUP_ERROR -> failed(State.LOOKUP_ERROR, null, policyRecord);
            case OK, PENDING, MISMATCH, DUPLICATE ->
                DmarcPolicy.of(policyRecord.found()) instanceof Present policy
                        ? present(policy, foundAt, inherited, others)
                        : failed(State.MALFORMED, foundAt, policyRecord);
        };
    }

    private static DmarcStatus failed(State state, @Nullable String foundAt, RecordCheck check) {
        String explanation = check.cure() == null ? "The record could not be read." : check.cure();
        return new DmarcStatus(state, foundAt, null, false, false, explanation);
    }

    private static DmarcStatus present(Present policy, String foundAt, boolean inherited, List<RecordCheck> others) {
        boolean dkim = isSigned(others);
        boolean spf = isMailFromRight(others) && !policy.strictSpf();
        String applied = inherited ? policy.subdomainPolicy() : policy.policy();
        return new DmarcStatus(State.PRESENT, foundAt, applied, dkim, spf, explanation(applied, inherited, dkim, spf));
    }

    private static String explanation(String policy, boolean inherited, boolean dkim, boolean spf) {
        String whose = inherited ? "The policy of the organisational domain applies" : "The domain's policy applies";
        String asks = switch (policy) {
            case "reject" -> "asks receivers to reject mail that is not aligned";
            case "quarantine" -> "asks receivers to put mail that is not aligned aside";
            default -> "asks nothing of receivers";
        };
        String ours;
        if (dkim && spf) {
            ours = "our mail is aligned by its signature and by its envelope sender";
        } else if (dkim) {
            ours = "our mail is aligned by its signature";
        } else if (spf) {
            ours = "our mail is aligned by its envelope sender only, publish the DKIM records too";
        } else {
            ours = "our mail is not aligned, publish the DKIM records";
        }
        return whose + " and " + asks + "; " + ours + ".";
    }

    private static boolean isSigned(List<RecordCheck> others) {
        return others.stream().anyMatch(result -> isRight(result, RecordPurpose.DKIM));
    }

    private static boolean isMailFromRight(List<RecordCheck> others) {
        return others.stream().anyMatch(result -> isRight(result, RecordPurpose.MAIL_FROM_MX))
                && others.stream().anyMatch(result -> isRight(result, RecordPurpose.MAIL_FROM_SPF));
    }

    private static boolean isRight(RecordCheck result, RecordPurpose purpose) {
        return result.expected().purpose() == purpose && result.status() == RecordStatus.OK;
    }
}
