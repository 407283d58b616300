package org.postroom.routing.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NumberedTest {

    private static final String UUID_TEXT = "6fa459ea-ee8a-3ca4-894e-db77e160355e";

    @Test
    void ofDifferentKindsAreNeverTheSame() {
        assertThat(List.<Id>of(
                        new EmailId(UUID_TEXT),
                        new CommandId(UUID_TEXT),
                        new ConversationId(UUID_TEXT),
                        new InteractionId(UUID_TEXT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void itsNumbersAreThoseOfTheUuid() {
        var random = new Random(11);
        for (int number = 0; number < 1_000; number++) {
            var uuid = new UUID(random.nextLong(), random.nextLong());
            var id = new ConversationId(uuid.toString());

            assertThat(id).isEqualTo(new ConversationId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()));
            assertThat(id.value()).isEqualTo(uuid.toString());
        }
    }

    @Test
    void refusesBlankTextWithWhatWasExpected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailId(" "))
                .withMessage("expected an email id, but got blank text");
    }
}
