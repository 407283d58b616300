package org.postroom.outbound.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.outbound.signing.SendingDomain.Standing;
import org.postroom.outbound.signing.SendingDomain.WhenUnverified;
import org.postroom.runtime.id.DomainId;

class ClearanceTest {

    private static final SendingDomain SYSTEM = domain(Standing.VERIFIED, true, WhenUnverified.HOLD);

    @Test
    void clearsAVerifiedDomain() {
        SendingDomain domain = domain(Standing.VERIFIED, true, WhenUnverified.REFUSE);

        assertThat(Clearance.of(domain, Optional.empty(), Optional.empty())).isEqualTo(new Clearance.Cleared(domain));
    }

    @Test
    void waitsForNewsOfADomainThatWasNeverVerified() {
        for (Standing standing : new Standing[] {Standing.UNDECIDED, Standing.FAILED}) {
            assertThat(of(standing, false, WhenUnverified.SYSTEM_DOMAIN)).isInstanceOf(Clearance.Unknown.class);
        }
    }

    @Test
    void followsThePolicyOfADomainThatFailed() {
        assertThat(of(Standing.FAILED, true, WhenUnverified.HOLD)).isInstanceOf(Clearance.Held.class);
        assertThat(of(Standing.FAILED, true, WhenUnverified.REFUSE)).isInstanceOf(Clearance.Refused.class);
        assertThat(of(Standing.FAILED, true, WhenUnverified.SYSTEM_DOMAIN))
                .isEqualTo(new Clearance.Substituted(SYSTEM));
    }

    @Test
    void holdsWhereThereIsNoSystemDomainToSendFrom() {
        SendingDomain failed = domain(Standing.FAILED, true, WhenUnverified.SYSTEM_DOMAIN);

        assertThat(Clearance.of(failed, Optional.empty(), Optional.empty())).isInstanceOf(Clearance.Held.class);
    }

    @Test
    void holdsWhileANewWayIsChecked() {
        assertThat(of(Standing.UNDECIDED, true, WhenUnverified.REFUSE)).isInstanceOf(Clearance.Held.class);
    }

    @Test
    void holdsEverythingOfASuspendedOrganisation() {
        SendingDomain domain = domain(Standing.VERIFIED, true, WhenUnverified.REFUSE);

        assertThat(Clearance.of(domain, Optional.of(SYSTEM), Optional.of("unpaid")))
                .isInstanceOfSatisfying(
                        Clearance.Held.class, held -> assertThat(held.reason()).contains("unpaid"));
    }

    private static Clearance of(Standing standing, boolean before, WhenUnverified policy) {
        return Clearance.of(domain(standing, before, policy), Optional.of(SYSTEM), Optional.empty());
    }

    private static SendingDomain domain(Standing standing, boolean before, WhenUnverified policy) {
        var use = new SendingDomain.Use(false, false, null, policy, "bounce");
        return new SendingDomain(new DomainId("id"), "acme.test", standing, before, use, false);
    }
}
