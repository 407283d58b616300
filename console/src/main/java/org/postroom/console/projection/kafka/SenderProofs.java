package org.postroom.console.projection.kafka;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.console.desk.SenderProof;
import org.postroom.events.common.Authenticity;
import org.postroom.events.common.AuthenticityResult;
import org.postroom.events.common.DkimResult;
import org.postroom.events.common.DmarcResult;
import org.postroom.mail.PublicSuffixes;

/** What the results of reception's checks mean for whoever reads the mail. */
final class SenderProofs {

    private SenderProofs() {}

    static SenderProof of(Authenticity found) {
        @Nullable DmarcResult author = found.getDmarc();
        if (found.getClaimsOwnDomain()) {
            return SenderProof.CLAIMS_OWN_DOMAIN;
        }
        if (author == null) {
            return SenderProof.NO_AUTHOR;
        }
        return switch (author.getResult()) {
            case PASS -> SenderProof.CONFIRMED;
            case FAIL -> SenderProof.CONTRADICTED;
            case TEMPERROR -> SenderProof.NOT_KNOWN;
            default -> withoutPolicy(found, author.getDomain());
        };
    }

    /** Who has published no policy may have signed all the same, or sent from an address of his own. */
    private static SenderProof withoutPolicy(Authenticity found, String author) {
        String organisation = PublicSuffixes.organisational(author);
        Stream<String> proven = Stream.concat(
                Stream.of(found.getSpf())
                        .filter(spf -> spf.getResult() == AuthenticityResult.PASS)
                        .map(spf -> spf.getDomain()),
                found.getDkim().stream()
                        .filter(signature -> signature.getResult() == AuthenticityResult.PASS)
                        .map(DkimResult::getDomain));
        return proven.anyMatch(domain -> PublicSuffixes.organisational(domain).equals(organisation))
                ? SenderProof.CONFIRMED
                : SenderProof.UNPROVEN;
    }

    /** The domain that the words are about: the one in the author's address that was judged. */
    static String domain(Authenticity found, String address) {
        @Nullable DmarcResult author = found.getDmarc();
        return author == null || found.getClaimsOwnDomain()
                ? address.substring(address.lastIndexOf('@') + 1)
                : author.getDomain();
    }
}
