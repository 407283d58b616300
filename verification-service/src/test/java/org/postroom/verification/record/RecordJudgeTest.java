package org.postroom.verification.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;

class RecordJudgeTest {

    private static final ExpectedRecord OWNERSHIP = ExpectedRecord.ownership("acme.test", "0123");
    private static final ExpectedRecord MX = ExpectedRecord.inboundMx("acme.test", "mx.postroom.test");
    private static final ExpectedRecord DKIM = ExpectedRecord.dkim("acme.test", "postroom1", "rsa", "MIIBIjANBgkq");

    @Test
    void isOkWhenEveryServerHasItAsIssued() {
        var check = RecordJudge.judge(
                OWNERSHIP, List.of(ns(1, found(300, OWNERSHIP.value())), ns(2, found(60, OWNERSHIP.value()))));

        assertThat(check.status()).isEqualTo(RecordStatus.OK);
        assertThat(check.cure()).isNull();
        assertThat(check.found()).containsExactly("postroom-verification=0123");
        assertThat(check.servers()).containsExactly("ns1.acme.test", "ns2.acme.test");
        assertThat(check.ttlSeconds()).isEqualTo(60);
    }

    @Test
    void isMissingOnlyWhenEveryServerSaysSo() {
        var check = RecordJudge.judge(OWNERSHIP, List.of(ns(1, new NoRecord()), ns(2, new NoRecord())));

        assertThat(check.status()).isEqualTo(RecordStatus.MISSING);
        assertThat(check.cure()).contains("Publish a TXT record named _postroom.acme.test");
        assertThat(check.ttlSeconds()).isNull();
    }

    @Test
    void isALookupErrorNeverMissingWhenAServerIsOutOfReach() {
        assertThat(status(OWNERSHIP, new TryAgain("timed out"))).isEqualTo(RecordStatus.LOOKUP_ERROR);
        assertThat(status(OWNERSHIP, new NoRecord(), new TryAgain("timed out"))).isEqualTo(RecordStatus.LOOKUP_ERROR);
        assertThat(RecordJudge.judge(OWNERSHIP, List.of(ns(1, new TryAgain("timed out"))))
                        .cure())
                .contains("timed out");
    }

    @Test
    void isOkWhenTheServersThatAnswerHaveIt() {
        assertThat(status(OWNERSHIP, found(60, OWNERSHIP.value()), new TryAgain("timed out")))
                .isEqualTo(RecordStatus.OK);
    }

    @Test
    void isPendingWhileSomeServersDoNotHaveItYet() {
        var check = RecordJudge.judge(OWNERSHIP, List.of(ns(1, found(60, OWNERSHIP.value())), ns(2, new NoRecord())));

        assertThat(check.status()).isEqualTo(RecordStatus.PENDING);
        assertThat(check.cure()).contains("ns2.acme.test").doesNotContain("ns1.acme.test");
        assertThat(status(OWNERSHIP, found(60, OWNERSHIP.value()), found(60, "other")))
                .isEqualTo(RecordStatus.PENDING);
    }

    @Test
    void isAMismatchWithWhatWasFound() {
        var check = RecordJudge.judge(OWNERSHIP, List.of(ns(1, found(60, "postroom-verification=9999"))));

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
        var check = RecordJudge.judge(MX, List.of(ns(1, found(60, "10 mx.postroom.test", "20 mail.old.test"))));

        assertThat(check.status()).isEqualTo(RecordStatus.DUPLICATE);
        assertThat(check.cure()).contains("mail.old.test");
        assertThat(status(MX, found(60, "10 mail.old.test"))).isEqualTo(RecordStatus.MISMATCH);
    }

    @Test
    void recognisesADomainThatTheDnsHostAppended() {
        var check = RecordJudge.judge(MX, List.of(ns(1, found(60, "10 mx.postroom.test.acme.test"))));

        assertThat(check.status()).isEqualTo(RecordStatus.MISMATCH);
        assertThat(check.cure()).contains("with a dot");
    }

    @Test
    void comparesDkimKeysWithoutWhiteSpace() {
        assertThat(status(DKIM, found(60, "v=DKIM1;k=rsa;p=MIIBIjAN Bgkq;"))).isEqualTo(RecordStatus.OK);
    }

    @Test
    void saysWhereADkimKeyWasCutOff() {
        var check = RecordJudge.judge(DKIM, List.of(ns(1, found(60, "v=DKIM1; k=rsa; p=MIIBIj"))));

        assertThat(check.status()).isEqualTo(RecordStatus.MISMATCH);
        assertThat(check.cure()).contains("cut off after 22 of 28 characters");
    }

    @Test
    void wantsOneDkimRecordOnly() {
        assertThat(status(DKIM, found(60, DKIM.value(), "v=DKIM1; k=rsa; p=old")))
                .isEqualTo(RecordStatus.DUPLICATE);
    }

    private static RecordStatus status(ExpectedRecord expected, DnsAnswer... answers) {
        var servers = java.util.stream.IntStream.range(0, answers.length)
                .mapToObj(number -> ns(number + 1, answers[number]))
                .toList();
        return RecordJudge.judge(expected, servers).status();
    }

    private static ServerAnswer ns(int number, DnsAnswer answer) {
        return new ServerAnswer("ns" + number + ".acme.test", answer);
    }

    private static Found found(long ttl, String... values) {
        return new Found(List.of(values), ttl);
    }
}
