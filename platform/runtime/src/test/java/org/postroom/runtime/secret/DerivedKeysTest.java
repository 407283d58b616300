package org.postroom.runtime.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** Keys for a purpose are the same wherever the master keys are, and nowhere else. */
class DerivedKeysTest {

    private static final String FIRST = master(1);
    private static final String SECOND = master(2);

    @Test
    void areTheSameForTheSameMasterKeyAndPurposeAlone() {
        SecretKey key = only(FIRST, "tokens");

        assertThat(only(FIRST, "tokens")).isEqualTo(key);
        assertThat(only(SECOND, "tokens")).isNotEqualTo(key);
        assertThat(only(FIRST, "others")).isNotEqualTo(key);
        assertThat(key.getEncoded())
                .hasSize(32)
                .isNotEqualTo(Base64.getDecoder().decode(FIRST));
    }

    @Test
    void comeFromEachMasterKeyInItsOrder() {
        assertThat(DerivedKeys.of(SECOND + "," + FIRST).forPurpose("tokens"))
                .isEqualTo(List.of(only(SECOND, "tokens"), only(FIRST, "tokens")));
    }

    @Test
    void refuseWhatIsNoMasterKeyWithoutRepeatingIt() {
        assertThatThrownBy(() -> DerivedKeys.of("c2VjcmV0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2VjcmV0");
    }

    private static SecretKey only(String masterKeys, String purpose) {
        return DerivedKeys.of(masterKeys).forPurpose(purpose).getFirst();
    }

    private static String master(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(key);
    }
}
