package org.postroom.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionViewTest {

    @Test
    void letsOnlyTheAgentWhoHandlesItReply() {
        InteractionView view = view(InteractionState.HANDLING, "Question", false);

        assertThat(view.handledBy("anna")).isTrue();
        assertThat(view.handledBy("ben")).isFalse();
    }

    @Test
    void letsTheAgentReplyAgainOnlyWhereTheAddressAllowsSeveralActions() {
        assertThat(view(InteractionState.REPLYING, "Question", false).handledBy("anna"))
                .isFalse();
        assertThat(view(InteractionState.REPLYING, "Question", true).handledBy("anna"))
                .isTrue();
        assertThat(view(InteractionState.CLOSED, "Question", true).handledBy("anna"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Question,Re: Question", "Re: Question,Re: Question", "RE: Question,RE: Question", "'','Re: '"})
    void beginsAReplysSubjectOnce(String subject, String expected) {
        assertThat(view(InteractionState.HANDLING, subject, false).replySubject())
                .isEqualTo(expected);
    }

    @Test
    void saysHandleTimeInWords() {
        assertThat(view(InteractionState.CLOSED, "", false).handleTime()).isEqualTo("3 min 12 s");
    }

    private static InteractionView view(InteractionState state, String subject, boolean multipleActions) {
        return new InteractionView(
                "i1",
                "c1",
                state,
                subject,
                null,
                "kunde@example.test",
                "help@acme.test",
                null,
                "Support",
                "anna",
                "Anna",
                null,
                null,
                null,
                192_000_000L,
                null,
                "ALWAYS",
                multipleActions,
                null);
    }
}
