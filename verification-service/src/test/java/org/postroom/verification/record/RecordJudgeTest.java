package org.postroom.verification.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.verification.record.DnsAnswer.Cause;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;

class RecordJudgeTest {

    private static final ExpectedRecord OWNERSHIP = ExpectedRecord.ownership("acme.test", "0123", true);
    private static final ExpectedRecord MX = ExpectedRecord.inboundMx("acme.test", "mx.postroom.test");
    private static final ExpectedRecord DKIM = ExpectedRecord.dkim("acme.test", "postroom1", "rsa", "MIIBIjANBgkq");

    private static final ExpectedRecord OTHER_DKIM = ExpectedRecord.dkim("acme.test", "postroom2", "rsa", "OTHERKEY");
    private static final ExpectedRecord SPF =
            ExpectedRecord.mailFromSpf("bounce.acme.test", "v=spf1 a:mx.postroom.test ~all");
    private static final TryAgain TIMED_OUT = new TryAgain(Cause.TIMED_OUT, "does not answer");

    @Test
    void isOkWhenEveryServerHasItAsIssued() {
        var check =
                judge(OWNERSHIP, List.of(ns(1, found(300, OWNERSHIP.value())), ns(2, found(60, OWNERSHIP.value()))));

        assertThat(check.status()).isEqualTo(RecordStatus.OK);
        assertThat(check.cure()).isNull();
        assertThat(check.found()).containsExactly("postroom-verification=0123");
        assertThat(check.servers()).containsExactly("ns1.acme.test", "ns2.acme.test");
        assertThat(check.ttlSeconds()).isEqualTo(60);
    }

    @Test
    void isMissingOnlyWhenEveryServerSaysSo() {
        var check = judge(OWNERSHIP, List.of(ns(1, new NoRecord(false)), ns(2, new NoRecord(false))));

        assertThat(check.status()).isEqualTo(RecordStatus.MISSING);
        assertThat(check.cure()).contains("Publish a TXT record named _postroom.acme.test");
        assertThat(check.ttlSeconds()).isNull();
    }

    @Test
    void isALookupErrorNeverMissingWhenAServerIsOutOfReach() {
        assertThat(status(OWNERSHIP, TIMED_OUT)).isEqualTo(RecordStatus.LOOKUP_ERROR);
        assertThat(status(OWNERSHIP, new NoRecord(false), TIMED_OUT)).isEqualTo(RecordStatus.LOOKUP_ERROR);
        assertThat(judge(OWNERSHIP, List.of(ns(1, TIMED_OUT))).cure()).contains("ns1.acme.test does not answer");
    }

    @Test
    void isOkWhenTheServersThatAnswerHaveIt() {
        assertThat(status(OWNERSHIP, found(60, OWNERSHIP.value()), TIMED_OUT)).isEqualTo(RecordStatus.OK);
    }

    @Test
    void isPendingWhileSomeServersDoNotHaveItYet() {
        var check = judge(OWNERSHIP, List.of(ns(1, found(60, OWNERSHIP.value())), ns(2, new NoRecord(false))));

        assertThat(check.status()).isEqualTo(RecordStatus.PENDING);
        assertThat(check.cure()).contains("ns2.acme.test").doesNotContain("ns1.acme.test");
        assertThat(status(OWNERSHIP, found(60, OWNERSHIP.value()), found(60, "other")))
                .isEqualTo(RecordStatus.PENDING);
    }

    @Test
    void isAMismatchWithWhatWasFound() {
        var check = judge(OWNERSHIP, List.of(ns(1, found(60, "postroom-verification=9999"))));

        assertThat(check.status()).isEqualTo(RecordStatus.MISMATCH);
        assertThat(check.found()).containsExactly("postroom-verification=9999");
        assertThat(check.cure()).contains("Replace");
    }

    @Test
    void acceptsOwnershipBesideOtherTexts() {
        assertThat(status(OWNERSHIP, found(60, "v=spf1 -all", OWNERSHIP.value())))
                .isEqualTo(RecordStatus.OK);
    }

    @Test
    void acceptsOurMailHostWithAnyPreferenceAndCase() {
        assertThat(status(MX, found(60, "20 MX.postroom.test."))).isEqualTo(RecordStatus.OK);
    }

    @Test
    void wantsOurMailHostAlone() {
        var check = judge(MX, List.of(ns(1, found(60, "10 mx.postroom.test", "20 mail.old.test"))));

        assertThat(check.status()).isEqualTo(RecordStatus.DUPLICATE);
        assertThat(check.cure()).contains("mail.old.test");
        assertThat(status(MX, found(60, "10 mail.old.test"))).isEqualTo(RecordStatus.MISMATCH);
    }

    @Test
    void recognisesADomainThatTheDnsHostAppended() {
        var check = judge(MX, List.of(ns(1, found(60, "10 mx.postroom.test.acme.test"))));

        assertThat(check.status()).isEqualTo(RecordStatus.MISMATCH);
        assertThat(check.cure()).contains("with a dot");
    }

    @Test
    void comparesDkimKeysWithoutWhiteSpace() {
        assertThat(status(DKIM, found(60, "v=DKIM1;k=rsa;p=MIIBIjAN Bgkq;"))).isEqualTo(RecordStatus.OK);
    }

    @Test
    void saysWhereADkimKeyWasCutOff() {
        var check = judge(DKIM, List.of(ns(1, found(60, "v=DKIM1; k=rsa; p=MIIBIj"))));

        assertThat(check.status()).isEqualTo(RecordStatus.MISMATCH);
        assertThat(check.cure()).contains("cut off after 22 of 28 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"v=DKIM1; k=rsa; p=MIIBIjANBgkq\" | QUOTED",
                "v=DKIM1; k=rsa; \" \"p=MIIBIjANBgkq | QUOTED",
                "v=DKIM1\\; k=rsa\\; p=MIIBIjANBgkq | BACKSLASHES",
                "v=DKIM1; k=rsa; p=MIIB\\010IjANBgkq | LINE_BREAKS",
                "k=rsa; p=MIIBIjANBgkq | NO_VERSION",
                "v=DKIM1; k=rsa; p=MIIBIj | TRUNCATED",
                "v=DKIM1; k=rsa; p=OTHERKEY | OTHER_RECORDS_VALUE",
                "v=DKIM1; k=rsa; p=SOMEBODYELSES | OTHER_VALUE",
                "v=DKIM1; k=rsa; p=miibijanbgkq | OTHER_VALUE",
                "v=DKIM1; k=ed25519; p=MIIBIjANBgkq | OTHER_VALUE",
                "v=DKIM1; k=rsa; p= | KEY_NOT_IN_USE",
                "v=DKIM1; k=rsa; t=y; p=MIIBIjANBgkq | KEY_NOT_IN_USE",
                "postroom1._domainkey v=DKIM1; k=rsa; p=MIIBIjANBgkq | EXTRA_TEXT"
            })
    void recognisesTheUsualMistakesInADkimRecord(String found, Mistake mistake) {
        RecordCheck check = judge(DKIM, List.of(ns(1, found(60, found))));

        assertThat(check.status()).isEqualTo(RecordStatus.MISMATCH);
        assertThat(check.mistake()).isEqualTo(mistake);
        assertThat(check.found()).containsExactly(found);
        assertThat(check.cure()).contains("postroom1._domainkey.acme.test");
    }

    @ParameterizedTest
    @CsvSource({
        "v=DKIM1; p=MIIBIjANBgkq; k=rsa",
        "v=DKIM1; p=MIIBIjANBgkq",
        "v=DKIM1; k=rsa; n=ours; s=email; t=s; p=MIIB IjAN Bgkq"
    })
    void acceptsDkimRecordsThatMeanTheSame(String found) {
        assertThat(status(DKIM, found(60, found))).isEqualTo(RecordStatus.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 a:mx.postroom.test ~all, OK, ",
        "V=SPF1 A:MX.postroom.test -all, OK, ",
        "v=spf1 include:_spf.other.test +a:mx.postroom.test ~all, OK, ",
        "v=spf1 include:_spf.other.test ~all, MISMATCH, OTHER_VALUE",
        "v=spf1 ~all a:mx.postroom.test, MISMATCH, OTHER_VALUE",
        "v=spf1 -a:mx.postroom.test ~all, MISMATCH, OTHER_VALUE",
        "a:mx.postroom.test ~all, MISMATCH, NO_VERSION",
        "some other text, MISSING, ",
        "v=spf10 a:mx.postroom.test ~all, MISSING, "
    })
    void judgesSpfByWhatItMeans(String found, RecordStatus status, @Nullable Mistake mistake) {
        RecordCheck check = judge(SPF, List.of(ns(1, found(60, found))));

        assertThat(check.status()).isEqualTo(status);
        assertThat(check.mistake()).isEqualTo(mistake);
    }

    @Test
    void wantsOneSpfRecordOnly() {
        RecordCheck check = judge(SPF, List.of(ns(1, found(60, SPF.value(), "v=spf1 -all", "unrelated"))));

        assertThat(check.status()).isEqualTo(RecordStatus.DUPLICATE);
        assertThat(check.mistake()).isEqualTo(Mistake.TWO_SPF);
    }

    @ParameterizedTest
    @CsvSource({
        "10 192.0.2.1, MX_TO_ADDRESS",
        "10 192.0.2.1.acme.test, MX_TO_ADDRESS",
        "10 mx.postroom.test.acme.test, ZONE_APPENDED",
        "10 mx.postroom.test.test, ZONE_APPENDED",
        "0 ., OTHER_MX",
        "10 mx.postroom.test.evil.example, OTHER_MX"
    })
    void recognisesTheUsualMistakesInAnMxRecord(String found, Mistake mistake) {
        RecordCheck check = judge(MX, List.of(ns(1, found(60, found))));

        assertThat(check.status()).isEqualTo(RecordStatus.MISMATCH);
        assertThat(check.mistake()).isEqualTo(mistake);
    }

    @Test
    void blamesTheAliasAndNotTheValueBehindIt() {
        RecordCheck wrong = judge(DKIM, List.of(ns(1, new Found(List.of("parked"), 60, "parking.test"))));
        RecordCheck nothing = judge(DKIM, List.of(ns(1, new NoRecord(true, "parking.test"))));
        RecordCheck right = judge(DKIM, List.of(ns(1, new Found(List.of(DKIM.value()), 60, "keys.acme.test"))));

        assertThat(wrong.mistake()).isEqualTo(Mistake.ALIAS_IN_THE_WAY);
        assertThat(nothing.mistake()).isEqualTo(Mistake.ALIAS_IN_THE_WAY);
        assertThat(nothing.cure()).contains("parking.test");
        assertThat(right.status()).isEqualTo(RecordStatus.OK);
    }

    @Test
    void tellsOfAServerThatDoesNotAnswerEvenWhereTheRecordIsRight() {
        RecordCheck check = judge(MX, List.of(ns(1, found(60, MX.value())), ns(2, TIMED_OUT)));

        assertThat(check.status()).isEqualTo(RecordStatus.OK);
        assertThat(check.mistake()).isEqualTo(Mistake.UNREACHABLE_SERVER);
        assertThat(check.cure()).contains("ns2.acme.test");
    }

    @Test
    void neverTurnsARecordRightByAClue() {
        List<Clue> clues = List.of(
                new Clue.Wildcard(),
                new Clue.NoZone(),
                new Clue.ValueElsewhere("x.acme.test", true),
                new Clue.MailHostIsAlias("a.test", "b.test"),
                new Clue.BrokenSignatures("expired"));

        assertThat(RecordJudge.judge(MX, List.of(MX), List.of(ns(1, found(60, MX.value()))), clues))
                .satisfies(check -> assertThat(check.status()).isEqualTo(RecordStatus.LOOKUP_ERROR))
                .satisfies(check -> assertThat(check.mistake()).isEqualTo(Mistake.BROKEN_DNSSEC));
        assertThat(RecordJudge.judge(MX, List.of(MX), List.of(ns(1, new NoRecord(true))), clues)
                        .status())
                .isEqualTo(RecordStatus.MISSING);
    }

    @Test
    void wantsOneDkimRecordOnly() {
        assertThat(status(DKIM, found(60, DKIM.value(), "v=DKIM1; k=rsa; p=old")))
                .isEqualTo(RecordStatus.DUPLICATE);
    }

    private static RecordStatus status(ExpectedRecord expected, DnsAnswer... answers) {
        var servers = IntStream.range(0, answers.length)
                .mapToObj(number -> ns(number + 1, answers[number]))
                .toList();
        return judge(expected, servers).status();
    }

    private static RecordCheck judge(ExpectedRecord expected, List<ServerAnswer> answers) {
        return RecordJudge.judge(expected, List.of(OWNERSHIP, MX, DKIM, SPF, OTHER_DKIM), answers, List.of());
    }

    private static ServerAnswer ns(int number, DnsAnswer answer) {
        return new ServerAnswer("ns" + number + ".acme.test", "192.0.2." + number, answer, Duration.ofMillis(2));
    }

    private static Found found(long ttl, String... values) {
        return new Found(List.of(values), ttl);
    }
}
