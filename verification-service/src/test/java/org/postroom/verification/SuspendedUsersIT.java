package org.postroom.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.testkit.ListsArePages;
import org.postroom.testkit.OversizeBodies;
import org.postroom.testkit.PostroomIT;
import org.postroom.testkit.SuspendedOrganisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PostroomIT
@TestPropertySource(properties = "postroom.verification.mail-host=mx.postroom.test")
class SuspendedUsersIT {

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void findEveryDoorShut() {
        SuspendedOrganisation.findsEveryDoorShut(port, mappings);
    }

    @Test
    void sendNoBodyThatIsTooLarge() throws Exception {
        assertThat(OversizeBodies.areRefusedEverywhere(port)).isNotNegative();
    }

    @Test
    void readNoListThatHasNoEnd() {
        ListsArePages.everywhere(port);
    }
}
