package org.postroom.inbound.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
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
        table.putAddress(new ConfiguredAddress("a1", "acme", "d1", "help", true, false, false));

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.UnverifiedDomain());
        table.openDomain("d1", "acme", "acme.test", MONDAY);
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        table.closeDomain("d1", "acme", "acme.test");
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.UnverifiedDomain());
    }

    @Test
    void findsAnAddressBehindAnyTokenWhetherItHasDetailsOrNot() {
        givenAcmeReceivesForHelp();
        table.putAddress(new ConfiguredAddress("a2", "acme", "d1", "help+sales", true, false, false));
        String token = "0123456789abcdefghijklmnopqrstuv0123456789";

        assertThat(table.find("Help+" + token.toUpperCase(Locale.ROOT), "acme.test"))
                .isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        assertThat(table.find("help+sales+" + token, "acme.test"))
                .isEqualTo(new DirectoryAnswer.Receives("acme", "a2"));
        assertThat(table.find("help+detail", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
        assertThat(table.find("other+" + token, "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
    }

    @Test
    void findsSomebodyForPostmasterAndAbuseInEveryDomainThatReceives() {
        givenAcmeReceivesForHelp();
        table.putAddress(new ConfiguredAddress("a0", "acme", "d1", "billing", false, false, false));
        var help = new DirectoryAnswer.Receives("acme", "a1");

        assertThat(table.find("Postmaster", "acme.test")).isEqualTo(help);
        assertThat(table.find("abuse", "acme.test")).isEqualTo(help);

        table.putAddress(new ConfiguredAddress("a2", "acme", "d1", "else", true, true, false));
        assertThat(table.find("abuse", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a2"));

        table.putAddress(new ConfiguredAddress("a3", "acme", "d1", "abuse", true, false, false));
        assertThat(table.find("abuse", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a3"));
        table.putAddress(new ConfiguredAddress("a3", "acme", "d1", "abuse", false, false, false));
        assertThat(table.find("abuse", "acme.test"))
                .as("one that only sends does not take the place")
                .isEqualTo(new DirectoryAnswer.Receives("acme", "a2"));
    }

    @Test
    void findsNobodyForPostmasterWhereNobodyReceives() {
        table.openDomain("d1", "acme", "acme.test", MONDAY);

        assertThat(table.find("postmaster", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
        assertThat(table.find("postmaster", "other.test")).isEqualTo(new DirectoryAnswer.NotOurDomain());
    }

    @Test
    void findsTheHostsPostmasterWhereItCanBeOnlyOneOrganisations() {
        assertThat(table.find("postmaster", "")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
        table.openDomain("d2", "acme", "acme.example", TUESDAY);
        table.putAddress(new ConfiguredAddress("a2", "acme", "d2", "late", true, false, false));
        givenAcmeReceivesForHelp();

        assertThat(table.find("POSTMASTER", "")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        assertThat(table.find("help", "")).isEqualTo(new DirectoryAnswer.NoSuchAddress());

        table.openDomain("d3", "globex", "globex.test", TUESDAY);
        assertThat(table.find("postmaster", "")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
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
        table.putAddress(new ConfiguredAddress("a1", "acme", "d1", "help", false, false, false));

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.SendsOnly());
    }

    @Test
    void forgetsTheOldPlaceOfAnAddressThatMoved() {
        givenAcmeReceivesForHelp();
        table.putAddress(new ConfiguredAddress("a1", "acme", "d1", "service", true, false, false));

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
        assertThat(table.find("service", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
    }

    @Test
    void keepsAnAddressThatTookTheOldPlaceOfAnother() {
        givenAcmeReceivesForHelp();
        table.putAddress(new ConfiguredAddress("a2", "acme", "d1", "help", true, false, false));
        table.removeAddress("a1");

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a2"));
    }

    @Test
    void givesADomainOfTwoOrganisationsToTheOneThatWasVerifiedFirst() {
        givenAcmeReceivesForHelp();
        table.openDomain("d0", "thief", "acme.test", TUESDAY);
        table.putAddress(new ConfiguredAddress("t1", "thief", "d0", "help", true, false, false));

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        table.removeDomain("d1");
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("thief", "t1"));
    }

    @Test
    void ignoresAnAddressThatNamesAnotherOrganisationsDomain() {
        table.openDomain("d1", "acme", "acme.test", MONDAY);
        table.putAddress(new ConfiguredAddress("t1", "thief", "d1", "help", true, false, false));

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
    }

    @Test
    void takesADetailOnlyWhereTheAddressAllowsIt() {
        givenAcmeReceivesForHelp();
        table.putAddress(new ConfiguredAddress("a2", "acme", "d1", "sales", true, false, true));

        assertThat(table.find("sales+spring", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a2"));
        assertThat(table.find("help+spring", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
        assertThat(table.find("+spring", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
    }

    @Test
    void catchesAllThatNoOtherAddressTakes() {
        givenAcmeReceivesForHelp();
        table.putAddress(new ConfiguredAddress("all", "acme", "d1", "office", true, true, false));

        assertThat(table.find("anybody", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "all"));
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        table.putAddress(new ConfiguredAddress("all", "acme", "d1", "office", true, false, false));
        assertThat(table.find("anybody", "acme.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
    }

    @Test
    void keepsTheCatchAllThatTookThePlaceOfAnother() {
        givenAcmeReceivesForHelp();
        table.putAddress(new ConfiguredAddress("old", "acme", "d1", "office", true, true, false));
        table.putAddress(new ConfiguredAddress("new", "acme", "d1", "front", true, true, false));
        table.putAddress(new ConfiguredAddress("old", "acme", "d1", "office", true, false, false));

        assertThat(table.find("anybody", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "new"));
    }

    @Test
    void takesBouncesUnderTheirOwnNameEvenForAnAddressThatOnlySends() {
        givenAcmeReceivesForHelp();
        table.putAddress(new ConfiguredAddress("a3", "acme", "d1", "noreply", false, false, false));
        table.aliasDomain("d1", "Bounce.acme.test", null);

        assertThat(table.find("help", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        assertThat(table.find("noreply", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a3"));
        table.removeDomain("d1");
        assertThat(table.find("help", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.NotOurDomain());
    }

    @Test
    void letsNoUnprovenDomainTakeTheNameThatAnothersBouncesGoTo() {
        givenAcmeReceivesForHelp();
        table.aliasDomain("d1", "bounce.acme.test", null);
        table.addDomain("d9", "thief", "bounce.acme.test");

        assertThat(table.find("help", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
    }

    @Test
    void givesBouncesToWhoeverHasProvenTheNameAndNotToOthersWhoClaimIt() {
        givenAcmeReceivesForHelp();
        table.aliasDomain("d1", "bounce.acme.test", null);
        table.addDomain("d9", "thief", "acme.test");
        table.aliasDomain("d9", "bounce.acme.test", null);
        table.putAddress(new ConfiguredAddress("t1", "thief", "d9", "help", true, true, false));

        assertThat(table.find("help", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        table.removeDomain("d9");
        assertThat(table.find("help", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
    }

    @Test
    void givesNoBouncesToAClaimThatNobodyHasProven() {
        table.addDomain("d9", "thief", "acme.test");
        table.aliasDomain("d9", "bounce.acme.test", null);
        table.putAddress(new ConfiguredAddress("t1", "thief", "d9", "help", true, true, false));

        assertThat(table.find("help", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.NotOurDomain());
    }

    @Test
    void keepsLateBouncesOfANameUntilAnotherOrganisationHasProvenIt() {
        givenAcmeReceivesForHelp();
        table.aliasDomain("d1", "bounce.acme.test", null);
        table.closeDomain("d1", "acme", "acme.test");
        assertThat(table.find("help", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));

        table.putAddress(new ConfiguredAddress("b1", "buyer", "d2", "help", true, false, false));
        table.proveName("d2", "buyer", "acme.test", TUESDAY);
        table.aliasDomain("d2", "bounce.acme.test", null);

        assertThat(table.find("help", "bounce.acme.test")).isEqualTo(new DirectoryAnswer.Receives("buyer", "b1"));
    }

    @Test
    void givesNothingThatIsAddressedToANameToWhoeverOnlyRedirects() {
        table.openRedirect("d0", "thief", "acme.test", MONDAY.minusSeconds(60));
        table.aliasDomain("d0", null, "token@in.postroom.test");
        table.putAddress(new ConfiguredAddress("t1", "thief", "d0", "help", true, true, false));
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.UnverifiedDomain());

        givenAcmeReceivesForHelp();

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
        assertThat(table.find("help.token", "in.postroom.test"))
                .isEqualTo(new DirectoryAnswer.Receives("thief", "t1", null, true));
        table.openRedirect("d1", "acme", "acme.test", TUESDAY);
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.UnverifiedDomain());
    }

    @Test
    void takesRedirectedMailByItsTokenAndAsksForProofUntilTheDomainIsVerified() {
        table.addDomain("d1", "acme", "acme.test");
        table.aliasDomain("d1", null, "token@in.postroom.test");
        table.putAddress(new ConfiguredAddress("a1", "acme", "d1", "first.last", true, false, false));

        assertThat(table.find("first.last", "acme.test")).isEqualTo(new DirectoryAnswer.UnverifiedDomain());
        assertThat(table.find("First.Last.TOKEN", "in.postroom.test"))
                .isEqualTo(new DirectoryAnswer.Receives(
                        "acme", "a1", new DirectoryAnswer.UnprovenRedirect("d1", "acme.test"), true));
        table.openDomain("d1", "acme", "acme.test", MONDAY);
        assertThat(table.find("first.last.token", "in.postroom.test"))
                .isEqualTo(new DirectoryAnswer.Receives("acme", "a1", null, true));
        assertThat(table.find("other.token", "in.postroom.test")).isEqualTo(new DirectoryAnswer.NoSuchAddress());
        assertThat(table.find("first.last.guess", "in.postroom.test")).isEqualTo(new DirectoryAnswer.NotOurDomain());
        table.aliasDomain("d1", null, "renewed@in.postroom.test");
        assertThat(table.find("first.last.token", "in.postroom.test")).isEqualTo(new DirectoryAnswer.NotOurDomain());
    }

    @Test
    void knowsWhichDomainsAreAnOrganisationsOwn() {
        table.addDomain("d1", "acme", "acme.test");
        assertThat(table.owns("acme", "acme.test")).as("claimed only").isFalse();

        table.proveName("d1", "acme", "acme.test", MONDAY);

        assertThat(table.owns("acme", "Acme.Test")).isTrue();
        assertThat(table.owns("acme", "news.acme.test")).isTrue();
        assertThat(table.owns("acme", "notacme.test")).isFalse();
        assertThat(table.owns("globex", "acme.test")).isFalse();
    }

    @Test
    void receivesNothingForASuspendedOrganisationUntilItIsResumed() {
        givenAcmeReceivesForHelp();
        table.holdBack("acme", "unpaid");

        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.SuspendedOrganisation());
        table.letThrough("acme", "unpaid");
        assertThat(table.find("help", "acme.test")).isEqualTo(new DirectoryAnswer.Receives("acme", "a1"));
    }

    private void givenAcmeReceivesForHelp() {
        table.putAddress(new ConfiguredAddress("a1", "acme", "d1", "help", true, false, false));
        table.openDomain("d1", "acme", "acme.test", MONDAY);
    }
}
