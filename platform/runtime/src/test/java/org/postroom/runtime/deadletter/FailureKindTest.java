package org.postroom.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

class FailureKindTest {

    @ParameterizedTest
    @CsvSource({
        "08006, WAIT", // the connection broke
        "53100, WAIT", // the disk is full
        "53300, WAIT", // too many connections
        "57P01, WAIT", // shut down by its administrator
        "57P03, WAIT", // starting
        "58030, WAIT", // its disk fails
        "25006, WAIT", // a standby that takes no writes
        "57014, UNCLEAR", // this statement took too long
        "40P01, UNCLEAR", // a deadlock
        "42P01, UNCLEAR", // a table is missing
        "22021, CERTAIN", // a character that cannot be stored
        "23505, CERTAIN", // a rule of the tables is broken
        "54000, CERTAIN", // too large for an index, which Spring calls a failure of resources
    })
    void tellsADatabaseThatIsGoneFromOneThatRefuses(String state, FailureKind kind) {
        var failure = new DataAccessResourceFailureException("so Spring calls it", new SQLException("", state));
        assertThat(FailureKind.of(new ListenerExecutionFailedException("failed", failure)))
                .isEqualTo(kind);
    }

    @Test
    void waitsWhereAPartCannotBeReached() {
        assertThat(FailureKind.of(new CannotGetJdbcConnectionException("gone", new SQLTransientConnectionException())))
                .isEqualTo(FailureKind.WAIT);
        assertThat(FailureKind.of(new KafkaException(new TimeoutException("no acknowledgement"))))
                .isEqualTo(FailureKind.WAIT);
        assertThat(FailureKind.of(new IllegalStateException(new ConnectException())))
                .isEqualTo(FailureKind.WAIT);
        assertThat(FailureKind.of(new SetAsideFullException(1))).isEqualTo(FailureKind.WAIT);
    }

    @Test
    void knowsOurBugs() {
        assertThat(FailureKind.of(new NullPointerException())).isEqualTo(FailureKind.CERTAIN);
        assertThat(FailureKind.of(new KafkaException(new RecordTooLargeException())))
                .isEqualTo(FailureKind.CERTAIN);
        assertThat(FailureKind.of(new IllegalStateException())).isEqualTo(FailureKind.UNCLEAR);
    }

    @Test
    void keepsNoWordOfARecordInTheReason() {
        var reason = FailureReason.of(new IllegalStateException(
                "customer@example.org", new SQLException("Key (address)=(customer@example.org)", "23505")));
        assertThat(reason.words() + reason.trace()).contains("23505").doesNotContain("customer");
    }
}
