package org.postroom.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    @Test
    void opensASecretOnlyForItsOrganisationAndPurpose() {
        SecretBox box = SecretBox.of(key(1));
        byte[] sealed = box.seal(new byte[] {1, 2, 3}, "acme", "dkim");

        assertThat(box.open(sealed, "acme", "dkim")).containsExactly(1, 2, 3);
        assertThat(SecretBox.of(key(1)).open(sealed, "acme", "dkim")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> box.open(sealed, "globex", "dkim")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.open(sealed, "acme", "smtp")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SecretBox.of(key(2)).open(sealed, "acme", "dkim"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsWithTheFirstOfSeveralMasterKeysAndOpensWithAll() {
        SecretBox former = SecretBox.of(key(1));
        SecretBox both = SecretBox.of(key(2) + ", " + key(1));

        assertThat(both.open(former.seal(new byte[] {1}, "acme", "dkim"), "acme", "dkim"))
                .containsExactly(1);
        byte[] sealed = both.seal(new byte[] {2}, "acme", "dkim");
        assertThat(SecretBox.of(key(2)).open(sealed, "acme", "dkim")).containsExactly(2);
        assertThatThrownBy(() -> former.open(sealed, "acme", "dkim")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAMasterKeyOfAnotherSizeWithoutRepeatingIt() {
        for (String bad : List.of("", "c2hvcnQ=", "%%%secret", key(1) + ",", key(1) + ",secret")) {
            assertThatThrownBy(() -> SecretBox.of(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected 32 bytes in base64")
                    .hasMessageNotContaining("secret");
        }
    }

    private static String key(int octet) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) octet);
        return Base64.getEncoder().encodeToString(key);
    }
}
