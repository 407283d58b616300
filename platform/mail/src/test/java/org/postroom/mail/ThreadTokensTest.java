package org.postroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A token is believed where it was made with one of the keys for that organisation, and nowhere else. */
class ThreadTokensTest {

    private static final String CONVERSATION = "7791aff6-b54c-3169-a8c6-30d1c7d5521b";

    private final ThreadTokens tokens = new ThreadTokens(List.of(key(1)));

    @Test
    void namesItsConversationInAnyCase() {
        String token = tokens.of("acme", CONVERSATION).orElseThrow();

        assertThat(token).hasSize(ThreadTokens.LENGTH).matches("[0-9a-v]+");
        assertThat(tokens.conversation("acme", token)).hasValue(CONVERSATION);
        assertThat(tokens.conversation("acme", token.toUpperCase(Locale.ROOT))).hasValue(CONVERSATION);
    }

    @Test
    void meansNothingToAnotherOrganisationOrInstallation() {
        String token = tokens.of("acme", CONVERSATION).orElseThrow();

        assertThat(tokens.conversation("other", token)).isEmpty();
        assertThat(new ThreadTokens(List.of(key(2))).conversation("acme", token))
                .isEmpty();
    }

    @Test
    void isStillBelievedOnceANewKeyHasTakenOver() {
        String token = tokens.of("acme", CONVERSATION).orElseThrow();
        var later = new ThreadTokens(List.of(key(2), key(1)));

        assertThat(later.conversation("acme", token)).hasValue(CONVERSATION);
        assertThat(later.of("acme", CONVERSATION)).isNotEqualTo(tokens.of("acme", CONVERSATION));
    }

    @Test
    void isNotBelievedWhereAnyLetterIsAnother() {
        String token = tokens.of("acme", CONVERSATION).orElseThrow();
        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == '0' ? '1' : '0';
            String forged = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(tokens.conversation("acme", forged)).as(forged).isEmpty();
        }
    }

    @Property
    void believesNothingThatItDidNotMake(@ForAll String text) {
        assertThat(tokens.conversation("acme", text)).isEmpty();
    }

    @Property
    void namesEveryConversation(@ForAll long high, @ForAll long low) {
        String id = new UUID(high, low).toString();

        assertThat(tokens.conversation("acme", tokens.of("acme", id).orElseThrow()))
                .hasValue(id);
    }

    @Test
    void makesNoneForWhatIsNoUuid() {
        assertThat(tokens.of("acme", "conversation")).isEmpty();
        assertThat(tokens.of("acme", "1-1-1-1-1")).isEmpty();
    }

    @Test
    void standsInAddressesThatHaveRoomForIt() {
        String token = tokens.of("acme", CONVERSATION).orElseThrow();
        var roomy = new EmailAddress("customer.service.west@acme.test");
        var full = new EmailAddress("customer.service.north@acme.test");

        assertThat(ThreadTokens.in(roomy, token).value()).isEqualTo("customer.service.west+" + token + "@acme.test");
        assertThat(ThreadTokens.in(full, token)).isEqualTo(full);
        assertThat(ThreadTokens.inLocalPart("customer.service.west+" + token)).isEqualTo(token);
        assertThat(ThreadTokens.inLocalPart("help+news")).isNull();
        assertThat(ThreadTokens.inLocalPart("+" + token)).isNull();
        assertThat(ThreadTokens.inLocalPart(token)).isNull();
    }

    @Test
    void standsInMessageIds() {
        String token = tokens.of("acme", CONVERSATION).orElseThrow();
        String messageId = ThreadTokens.messageIdPart("reply", token) + "@acme.test";

        assertThat(ThreadTokens.inMessageId(messageId)).isEqualTo(token);
        assertThat(new MessageId(messageId).value()).isEqualTo(messageId);
        assertThat(ThreadTokens.inMessageId("reply@acme.test")).isNull();
        assertThat(ThreadTokens.inMessageId(token)).isNull();
        assertThat(ThreadTokens.inMessageId("a.b@" + token)).isNull();
    }

    private static SecretKey key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
