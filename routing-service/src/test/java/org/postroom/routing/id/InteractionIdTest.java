package org.postroom.routing.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6fa459ea-ee8a-3ca4-894e-db77e160355e",
                "6FA459EA-EE8A-3CA4-894E-DB77E160355E",
                "ffffffff-ffff-ffff-ffff-ffffffffffff",
                "00000000-0000-0000-0000-000000000000",
                "0000000g-0000-0000-0000-000000000000",
                "6fa459ea-ee8a-3ca4-894e-db77e160355",
                "-6fa459e-ee8a-3ca4-894e-db77e160355e",
                "1-1-1-1-1",
                "interaction"
            })
    void givesBackTheTextThatItWasMadeOf(String text) {
        assertThat(new InteractionId(text).value()).isEqualTo(text);
        assertThat(new InteractionId(text))
                .isEqualTo(new InteractionId(text))
                .hasSameHashCodeAs(new InteractionId(text));
    }

    @Test
    void isOrderedAsItsTextIs() {
        var random = new Random(3);
        List<InteractionId> ids = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            var uuid = new UUID(random.nextInt(3) == 0 ? -1 : random.nextLong(), random.nextLong()).toString();
            ids.add(new InteractionId(random.nextInt(5) == 0 ? uuid.toUpperCase(Locale.ROOT) : uuid));
        }

        assertThat(ids.stream().sorted())
                .containsExactlyElementsOf(ids.stream()
                        .sorted(Comparator.comparing(InteractionId::value))
                        .toList());
    }

    @Test
    void isAnotherThanTheSameIdInCapitals() {
        assertThat(new InteractionId("6fa459ea-ee8a-3ca4-894e-db77e160355e"))
                .isNotEqualTo(new InteractionId("6FA459EA-EE8A-3CA4-894E-DB77E160355E"));
    }

    @Test
    void refusesBlankText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InteractionId(" "));
    }
}
