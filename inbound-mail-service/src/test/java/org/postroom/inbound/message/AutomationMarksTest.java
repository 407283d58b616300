package org.postroom.inbound.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any one marker makes a mail an automatic one; what only looks like one does not. */
class AutomationMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied|AUTO_SUBMITTED",
                "AUTO-SUBMITTED: Auto-Generated; owner=x|AUTO_SUBMITTED",
                "Auto-Submitted: (a comment (within)) auto-notified|AUTO_SUBMITTED",
                "Precedence: bulk|PRECEDENCE",
                "precedence: LIST (of people)|PRECEDENCE",
                "Precedence: junk|PRECEDENCE",
                "Precedence: auto_reply|PRECEDENCE",
                "X-Autoreply: yes|AUTO_REPLY_HEADER",
                "X-Autorespond: Re: your order|AUTO_REPLY_HEADER",
                "X-Auto-Response-Suppress: All|RESPONSE_SUPPRESSED",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply|RESPONSE_SUPPRESSED",
                "X-Auto-Generated: yes|AUTO_GENERATED_HEADER",
                "X-Loop: help@support.acme.test|LOOP_HEADER",
                "List-Id: <talk.lists.test>|MAILING_LIST",
                "List-Unsubscribe: <mailto:leave@lists.test>|MAILING_LIST",
                "From: MAILER-DAEMON@mx.test|MAILER_DAEMON",
                "From: Post <Postmaster@mx.test>|MAILER_DAEMON",
                "From: MailerDaemon@mx.test|MAILER_DAEMON",
            })
    void makesAMailAutomatic(String field, Automation mark) throws IOException {
        assertThat(automationOf(field)).isEqualTo(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: NO; comment=x",
                "Auto-Submitted: (really) no",
                "Auto-Submitted:",
                "Precedence: first-class",
                "X-Autoreply: no",
                "X-Auto-Response-Suppress: None",
                "X-Auto-Response-Suppress: DR, RN, NRN",
                "X-Loop:",
                "List-Id:",
                "Subject: Precedence: bulk",
                "From: The Postmaster <anna@customer.test>",
                "From: postmaster-fan@customer.test",
            })
    void leavesAPersonsMailAlone(String field) throws IOException {
        assertThat(automationOf(field)).isEqualTo(Automation.NONE);
    }

    @Test
    void isNotFoundInWhatAMailHasInIt() throws IOException {
        assertThat(automationOf("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                        + "Auto-Submitted: auto-replied\r\nPrecedence: bulk\r\n\r\nx\r\n--b--"))
                .isEqualTo(Automation.NONE);
    }

    private static Automation automationOf(String fields) throws IOException {
        String from = fields.startsWith("From:") ? "" : "From: casey@customer.test\r\n";
        String mail = from + fields + "\r\n\r\nx\r\n";
        return new MessageReader()
                .read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)), false)
                .automation();
    }
}
