package org.postroom.outbound.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postroom.outbound.delivery.SmtpClient;
import org.postroom.outbound.directory.Directory;
import org.postroom.outbound.reply.ReplyDesk;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@PostroomIT
@DirtiesContext
@TestPropertySource(properties = "postroom.outbound.stages=send")
class SendStageIT {

    @Autowired
    private ApplicationContext context;

    @Test
    void takesNoRequestsAndFollowsNoConfiguration() {
        assertThat(context.getBeansOfType(SmtpClient.class)).hasSize(1);
        assertThat(context.getBeansOfType(ReplyDesk.class)).isEmpty();
        assertThat(context.getBeansOfType(Directory.class)).isEmpty();
    }
}
