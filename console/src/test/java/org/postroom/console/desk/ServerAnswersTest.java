package org.postroom.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerAnswersTest {

    @Test
    void showsNothingOfAHiddenRecipient() {
        String answers = """
                Carla@customer.test\tmx.customer.test: 250 2.0.0 taken as 1
                archive@archive.test\tmx.archive.test: 250 2.0.0 taken as 2""";

        assertThat(ServerAnswers.shown(answers, "carla@customer.test"))
                .isEqualTo("mx.customer.test: 250 2.0.0 taken as 1");
    }

    @Test
    void showsOneAnswerForAllRecipientsOfOneMailOnce() {
        String answers = """
                a@customer.test\tmx.customer.test: 250 OK
                b@customer.test\tmx.customer.test: 250 OK""";

        assertThat(ServerAnswers.shown(answers, "a@customer.test, b@customer.test"))
                .isEqualTo("mx.customer.test: 250 OK");
    }

    @Test
    void showsWordsThatConcernTheReplyAsAWhole() {
        assertThat(ServerAnswers.shown("550 5.1.1 no such mailbox", "a@customer.test"))
                .isEqualTo("550 5.1.1 no such mailbox");
    }
}
