package org.postroom.console.administration.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastScanTest {

    @Test
    void namesTheEnginesAsPeopleDo() {
        var scan = new LastScan(Instant.EPOCH, "rspamd", "clamav");

        assertThat(scan.spam()).isEqualTo("Rspamd looks for spam in each mail.");
        assertThat(scan.viruses()).isEqualTo("ClamAV looks for viruses in each mail.");
    }

    @Test
    void saysThatNothingIsConnected() {
        var scan = new LastScan(Instant.EPOCH, "postroom", null);

        assertThat(scan.spam()).startsWith("No spam filter is connected.").contains("GTUBE");
        assertThat(scan.viruses()).startsWith("No virus scanner is connected");
        assertThat(new LastScan(Instant.EPOCH, null, null).spam()).isEqualTo("Nothing looks for spam.");
    }
}
