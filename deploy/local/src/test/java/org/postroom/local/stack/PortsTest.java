package org.postroom.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void listensOnTheUsualPortsUnlessToldOtherwise() {
        assertThat(Ports.parse("default").of(Port.CONSOLE)).isEqualTo(8080);
        assertThat(Ports.parse("1000").of(Port.CONSOLE)).isEqualTo(9080);
        assertThat(Ports.parse("free").numbers().values()).doesNotHaveDuplicates();
    }

    @Test
    void refusesAnOffsetThatIsNone() {
        assertThatThrownBy(() -> Ports.parse("99999"))
                .hasMessageContaining("Expected --ports default, free, or a number")
                .hasMessageContaining("but got 99999");
    }
}
