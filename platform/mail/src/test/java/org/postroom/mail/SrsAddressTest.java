package org.postroom.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Senders as forwarders rewrite them. */
class SrsAddressTest {

    @Test
    void readsTheSenderThatAForwarderHasRewritten() {
        assertThat(SrsAddress.original("SRS0=HHH=TT=customer.test=casey@forwarder.test"))
                .contains("casey@customer.test");
        assertThat(SrsAddress.original("srs0+oFXj=XY=customer.test=a=b@forwarder.test"))
                .contains("a=b@customer.test");
        assertThat(SrsAddress.original("SRS1=GGG=forwarder.test==HHH=TT=customer.test=casey@second.test"))
                .contains("casey@customer.test");
    }

    @Test
    void leavesOthersAlone() {
        assertThat(SrsAddress.original("casey@customer.test")).isEmpty();
        assertThat(SrsAddress.original("SRS0=broken@forwarder.test")).isEmpty();
        assertThat(SrsAddress.original("")).isEmpty();
    }
}
