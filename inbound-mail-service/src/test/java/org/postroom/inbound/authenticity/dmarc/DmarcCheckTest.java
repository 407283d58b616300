package org.postroom.inbound.authenticity.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.postroom.inbound.authenticity.ZoneNames;
import org.postroom.inbound.authenticity.evidence.Result;

/** Whose mail it is, by RFC 7489. */
class DmarcCheckTest {

    private static final Identifier NOBODY = new Identifier("", Result.NONE);
    private final ZoneNames names = new ZoneNames();

    @Test
    void passesByAnAlignedEnvelopeOrSigner() {
        names.with("_dmarc.bank.test", "v=DMARC1; p=reject");

        assertThat(verdict("bank.test", pass("bounce.bank.test")).result()).isEqualTo(Result.PASS);
        assertThat(verdict("bank.test", NOBODY, pass("bank.test")).result()).isEqualTo(Result.PASS);
        assertThat(verdict("bank.test", pass("bulk.example"), pass("bulk.example")))
                .isEqualTo(new DmarcVerdict(Result.FAIL, "bank.test", DmarcPolicy.REJECT));
    }

    @Test
    void lendsNoSignatureToAForwarderWhoBreaksSpf() {
        names.with("_dmarc.bank.test", "v=DMARC1; p=reject");

        assertThat(verdict("bank.test", new Identifier("forwarder.test", Result.FAIL), pass("bank.test"))
                        .result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void asksForTheVeryDomainWhereThePolicyIsStrict() {
        names.with("_dmarc.bank.test", "v=DMARC1; p=reject; aspf=s; adkim=s");

        assertThat(verdict("bank.test", pass("bounce.bank.test"), pass("mail.bank.test"))
                        .result())
                .isEqualTo(Result.FAIL);
        assertThat(verdict("bank.test", NOBODY, pass("bank.test")).result()).isEqualTo(Result.PASS);
    }

    @Test
    void takesThePolicyOfTheOrganisationForNamesBelowIt() {
        names.with("_dmarc.bank.co.uk", "v=DMARC1; p=reject; sp=quarantine");

        assertThat(verdict("a.b.bank.co.uk", NOBODY).policy()).isEqualTo(DmarcPolicy.QUARANTINE);
        assertThat(verdict("bank.co.uk", NOBODY).policy()).isEqualTo(DmarcPolicy.REJECT);
        assertThat(verdict("other.co.uk", pass("bank.co.uk")).result()).isEqualTo(Result.NONE);
    }

    @Test
    void prefersTheNamesOwnPolicy() {
        names.with("_dmarc.bank.test", "v=DMARC1; p=reject").with("_dmarc.news.bank.test", "v=DMARC1; p=none");

        assertThat(verdict("news.bank.test", NOBODY))
                .isEqualTo(new DmarcVerdict(Result.FAIL, "news.bank.test", DmarcPolicy.NONE));
    }

    @Test
    void saysNothingAgainstASenderWhereDnsIsInTrouble() {
        names.with("_dmarc.silent.test", "trouble").with("_dmarc.bank.test", "v=DMARC1; p=reject");

        assertThat(verdict("silent.test", NOBODY).result()).isEqualTo(Result.TEMPERROR);
        assertThat(verdict("bank.test", new Identifier("bank.test", Result.TEMPERROR))
                        .result())
                .isEqualTo(Result.TEMPERROR);
        assertThat(verdict("bank.test", new Identifier("other.test", Result.TEMPERROR))
                        .result())
                .isEqualTo(Result.FAIL);
    }

    @Test
    void countsTheWorstOfSeveralAuthors() {
        names.with("_dmarc.bank.test", "v=DMARC1; p=reject").with("_dmarc.friend.test", "v=DMARC1; p=none");

        assertThat(DmarcCheck.of(List.of("friend.test", "bank.test"), pass("friend.test"), List.of(), names))
                .contains(new DmarcVerdict(Result.FAIL, "bank.test", DmarcPolicy.REJECT));
        assertThat(DmarcCheck.of(List.of(), NOBODY, List.of(), names)).isEmpty();
    }

    @Test
    void doesLessWhereTheDomainStillTriesItsPolicyOut() {
        names.with("_dmarc.bank.test", "v=DMARC1; p=reject; pct=50");

        assertThat(verdict("bank.test", NOBODY).policy()).isEqualTo(DmarcPolicy.QUARANTINE);
    }

    @Test
    void readsWhatIsWrittenInHaste() {
        names.with("_dmarc.haste.test", "v=DMARC1;p=REJECT;sp=nonsense;;rua=mailto:x@haste.test")
                .with("_dmarc.reports.test", "v=DMARC1; rua=mailto:x@reports.test")
                .with("_dmarc.none.test", "v=DMARC1;")
                .with("_dmarc.late.test", "p=reject; v=DMARC1");

        assertThat(verdict("haste.test", NOBODY).policy()).isEqualTo(DmarcPolicy.REJECT);
        assertThat(verdict("reports.test", NOBODY).policy()).isEqualTo(DmarcPolicy.NONE);
        assertThat(verdict("none.test", NOBODY).result()).isEqualTo(Result.PERMERROR);
        assertThat(verdict("late.test", NOBODY).result()).isEqualTo(Result.NONE);
    }

    @Property(tries = 500)
    void endsWithAResultWhateverTheRecordHolds(@ForAll String record, @ForAll String domain) {
        names.with("_dmarc.x.test", "v=DMARC1;" + record);

        assertThat(verdict("x.test", pass(domain)).result()).isNotNull();
        assertThat(DmarcCheck.of(List.of(domain), NOBODY, List.of(), names)).isPresent();
    }

    private DmarcVerdict verdict(String author, Identifier envelope, Identifier... signers) {
        return DmarcCheck.of(List.of(author), envelope, List.of(signers), names).orElseThrow();
    }

    private static Identifier pass(String domain) {
        return new Identifier(domain, Result.PASS);
    }
}
