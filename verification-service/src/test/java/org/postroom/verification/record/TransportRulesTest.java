package org.postroom.verification.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportRulesTest {

    private static final ExpectedRecord POLICY = ExpectedRecord.stsPolicy("acme.test", "0123456789abcdef0123");
    private static final ExpectedRecord HOST = ExpectedRecord.stsPolicyHost("acme.test", "mta-sts.postroom.test");
    private static final ExpectedRecord REPORTS = ExpectedRecord.tlsReports("acme.test", "tls@postroom.test");

    @ParameterizedTest
    @CsvSource({
        "v=STSv1; id=0123456789abcdef0123, OK,",
        "v=STSv1; id=0123456789abcdef0123;, OK,",
        "something else | v=STSv1;id=0123456789abcdef0123, OK,",
        "v=STSv1; id=20260101, MISMATCH, OTHER_VALUE",
        "v=STSv1;, MISMATCH, OTHER_VALUE",
        "v=STSv1; id=0123456789abcdef0123 | v=STSv1; id=1, DUPLICATE, TWO_MTA_STS",
        "id=0123456789abcdef0123, MISMATCH, NO_VERSION",
        "'\"v=STSv1; id=0123456789abcdef0123\"', MISMATCH, QUOTED",
        "something else, MISSING,"
    })
    void judgesThePolicysRecord(String values, RecordStatus status, @Nullable Mistake mistake) {
        judge(POLICY, values, status, mistake);
    }

    @ParameterizedTest
    @CsvSource({"mta-sts.postroom.test, OK,", "MTA-STS.Postroom.test., OK,", "www.acme.test, MISMATCH, OTHER_VALUE"})
    void judgesTheWayToThePolicy(String values, RecordStatus status, @Nullable Mistake mistake) {
        judge(HOST, values, status, mistake);
    }

    @ParameterizedTest
    @CsvSource({
        "v=TLSRPTv1; rua=mailto:tls@postroom.test, OK,",
        "v=TLSRPTv1;rua=mailto:me@acme.test, OK,",
        "'v=TLSRPTv1; rua=https://reports.acme.test/v1,mailto:me@acme.test', OK,",
        "v=TLSRPTv1;, MISMATCH, OTHER_VALUE",
        "v=TLSRPTv1; rua=me@acme.test, MISMATCH, OTHER_VALUE",
        "v=TLSRPTv1; rua=mailto:a@acme.test | v=TLSRPTv1; rua=mailto:b@acme.test, DUPLICATE, TWO_TLS_REPORTS",
        "something else, MISSING,"
    })
    void judgesTheRecordAboutReports(String values, RecordStatus status, @Nullable Mistake mistake) {
        judge(REPORTS, values, status, mistake);
    }

    private static void judge(ExpectedRecord expected, String values, RecordStatus status, @Nullable Mistake mistake) {
        List<String> found =
                Arrays.stream(values.split("\\|")).map(String::strip).toList();

        Verdict verdict = ValueRules.judge(expected, List.of(POLICY, HOST, REPORTS), found);

        assertThat(verdict.status()).isEqualTo(status);
        assertThat(verdict.mistake()).isEqualTo(mistake);
        assertThat(verdict.cure().isEmpty()).isEqualTo(status == RecordStatus.OK);
    }
}
