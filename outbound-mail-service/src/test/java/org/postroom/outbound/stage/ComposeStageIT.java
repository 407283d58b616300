package org.postroom.outbound.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.outbound.delivery.SmtpClient;
import org.postroom.outbound.reply.ReplyDesk;
import org.postroom.outbound.signing.DkimKeys;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@PostroomIT
@DirtiesContext
@TestPropertySource(properties = {"postroom.outbound.stages=compose", "postroom.outbound.master-key="})
class ComposeStageIT {

    @Autowired
    private ApplicationContext context;

    @Test
    void runsWithoutTheMasterKeyAndWithNothingToSendWith() {
        assertThat(context.getBeansOfType(ReplyDesk.class)).hasSize(1);
        assertThat(context.getBeansOfType(SmtpClient.class)).isEmpty();
        assertThat(context.getBeansOfType(DkimKeys.class)).isEmpty();
    }
}
