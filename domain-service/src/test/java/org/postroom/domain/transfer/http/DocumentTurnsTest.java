package org.postroom.domain.transfer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponseException;

class DocumentTurnsTest {

    private final DocumentTurns turns = new DocumentTurns();

    @Test
    void tellsTheSecondDocumentOfAnOrganisationToComeAgain() {
        turns.alone("acme", first -> {
            assertThatExceptionOfType(ErrorResponseException.class)
                    .isThrownBy(() -> turns.alone("acme", second -> 2))
                    .satisfies(refused -> {
                        assertThat(refused.getStatusCode().value()).isEqualTo(429);
                        assertThat(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                                .isNotEmpty();
                    });
            return turns.alone("other", third -> 3);
        });

        assertThat(turns.<Integer>alone("acme", next -> 4)).isEqualTo(4);
    }

    @Test
    void takesNoMoreThanTenAtOnce() {
        assertThat(nested(10)).isEqualTo(10);
        assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> nested(11));
        assertThat(nested(10)).as("all places are free again").isEqualTo(10);
    }

    private int nested(int number) {
        return number == 0 ? 0 : turns.alone("organisation" + number, turn -> 1 + nested(number - 1));
    }
}
