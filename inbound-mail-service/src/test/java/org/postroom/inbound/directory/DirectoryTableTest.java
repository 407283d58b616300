package org.postroom.inbound.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DirectoryTableTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T00:00:00Z");

    private final DirectoryTable table = new DirectoryTable();

    @Test
    void knowsNothingOfADomainThatNobodyAdded() {
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.NotOurDomain());
    }

    @Test
    void receivesNothingForADomainUntilItIsVerified() {
        table.addDomain("d1", "acme", "acme.test");
        table.putAddress("a1", "acme", "d1", "help", true);

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.UnverifiedDomain());
        table.openDomain("d1", "acme", "acme.test", MONDAY);
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        table.closeDomain("d1", "acme", "acme.test");
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.UnverifiedDomain());
    }

    @Test
    void findsAnAddressWhateverItsCase() {
        givenAcmeReceivesForHelp();

        assertThat(table.find("HELP", "Acme.TEST")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        assertThat(table.find("sales", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
    }

    @Test
    void saysOfAnAddressThatItOnlySends() {
        givenAcmeReceivesForHelp();
        table.putAddress("a1", "acme", "d1", "help", false);

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.SendsOnly());
    }

    @Test
    void forgetsTheOldPlaceOfAnAddressThatMoved() {
        givenAcmeReceivesForHelp();
        table.putAddress("a1", "acme", "d1", "service", true);

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
        assertThat(table.find("service", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
    }

    @Test
    void keepsAnAddressThatTookTheOldPlaceOfAnother() {
        givenAcmeReceivesForHelp();
        table.putAddress("a2", "acme", "d1", "help", true);
        table.removeAddress("a1");

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a2"));
    }

    @Test
    void givesADomainOfTwoOrganisationsToTheOneThatWasVerifiedFirst() {
        givenAcmeReceivesForHelp();
        table.openDomain("d0", "thief", "acme.test", TUESDAY);
        table.putAddress("t1", "thief", "d0", "help", true);

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        table.removeDomain("d1");
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("thief", "t1"));
    }

    @Test
    void ignoresAnAddressThatNamesAnotherOrganisationsDomain() {
        table.openDomain("d1", "acme", "acme.test", MONDAY);
        table.putAddress("t1", "thief", "d1", "help", true);

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
    }

    private void givenAcmeReceivesForHelp() {
        table.putAddress("a1", "acme", "d1", "help", true);
        table.openDomain("d1", "acme", "acme.test", MONDAY);
    }
}
