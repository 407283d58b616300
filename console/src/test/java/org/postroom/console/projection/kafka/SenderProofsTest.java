package org.postroom.console.projection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.postroom.console.desk.SenderProof;
import org.postroom.events.common.Authenticity;
import org.postroom.events.common.AuthenticityResult;
import org.postroom.events.common.DkimResult;
import org.postroom.events.common.DmarcResult;
import org.postroom.events.common.SpfResult;

/** What an agent is told of whom a mail is from. */
class SenderProofsTest {

    @Test
    void followsTheDomainsOwnPolicy() {
        assertThat(SenderProofs.of(author(AuthenticityResult.PASS).build())).isEqualTo(SenderProof.CONFIRMED);
        assertThat(SenderProofs.of(author(AuthenticityResult.FAIL).build())).isEqualTo(SenderProof.CONTRADICTED);
        assertThat(SenderProofs.of(author(AuthenticityResult.TEMPERROR).build()))
                .isEqualTo(SenderProof.NOT_KNOWN);
    }

    @Test
    void believesASignatureOfTheAuthorsDomainWithoutAPolicy() {
        Authenticity.Builder found = author(AuthenticityResult.NONE);

        assertThat(SenderProofs.of(found.build())).isEqualTo(SenderProof.UNPROVEN);
        found.getDkim().add(signature("elsewhere.test"));
        assertThat(SenderProofs.of(found.build())).isEqualTo(SenderProof.UNPROVEN);
        found.getDkim().add(signature("mail.bank.test"));
        assertThat(SenderProofs.of(found.build())).isEqualTo(SenderProof.CONFIRMED);
    }

    @Test
    void takesNobodyAtHisWordWhoClaimsToBeOneOfUs() {
        Authenticity found =
                author(AuthenticityResult.NONE).setClaimsOwnDomain(true).build();

        assertThat(SenderProofs.of(found)).isEqualTo(SenderProof.CLAIMS_OWN_DOMAIN);
        assertThat(SenderProofs.of(found).sentence(SenderProofs.domain(found, "boss@acme.test")))
                .isEqualTo(
                        "Warning: it says that it is from acme.test, which is your own domain, but nothing proves it");
    }

    @Test
    void saysWhereAMailNamesNobody() {
        assertThat(SenderProofs.of(
                        author(AuthenticityResult.NONE).setDmarc(null).build()))
                .isEqualTo(SenderProof.NO_AUTHOR);
    }

    private static DkimResult signature(String domain) {
        return DkimResult.newBuilder()
                .setResult(AuthenticityResult.PASS)
                .setDomain(domain)
                .setSelector("s")
                .build();
    }

    private static Authenticity.Builder author(AuthenticityResult result) {
        return Authenticity.newBuilder()
                .setSpf(SpfResult.newBuilder().setDomain("relay.test").build())
                .setDkim(new ArrayList<>())
                .setDmarc(DmarcResult.newBuilder()
                        .setResult(result)
                        .setDomain("bank.test")
                        .build())
                .setAuthenticationResults("mx.postroom.test; spf=none");
    }
}
