package org.postroom.inbound.reception.smtp;

import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPResponse;
import org.postroom.inbound.reception.Reply;

/** The answers that are about the dialogue and not about the mail, and how answers become the library's. */
final class Replies {

    static final Reply BYE = new Reply(221, "2.0.0", "Bye");
    static final Reply SENDER_OK = new Reply(250, "2.1.0", "Sender OK");
    static final Reply RECIPIENT_OK = new Reply(250, "2.1.5", "Recipient OK");
    static final Reply SEND_CONTENT = new Reply(354, "", "End data with <CR><LF>.<CR><LF>");
    static final Reply OK = new Reply(250, "2.0.0", "OK");
    static final Reply START_TLS = new Reply(220, "2.0.0", "Ready to start TLS");
    static final Reply HELP = new Reply(214, "2.0.0", "See RFC 5321; a postmaster reads what is sent to postmaster");
    static final Reply NOT_VERIFIED =
            new Reply(252, "2.5.2", "Nobody is looked up here; send the mail, and RCPT will tell");
    static final Reply SHUTTING_DOWN = new Reply(421, "4.3.2", "The service is shutting down, try again later");
    static final Reply UNKNOWN_COMMAND = new Reply(500, "5.5.2", "Command not recognised");
    static final Reply NOT_IMPLEMENTED = new Reply(502, "5.5.1", "Command not implemented");
    static final Reply ADDRESS_EXPECTED = new Reply(501, "5.5.4", "Expected an address, but there is none");
    static final Reply CHUNK_EXPECTED = new Reply(501, "5.5.4", "Expected BDAT size, or BDAT size LAST");
    static final Reply NAME_EXPECTED = new Reply(501, "5.5.4", "Expected a host name, but there is none");
    static final Reply NO_ARGUMENT_EXPECTED = new Reply(501, "5.5.4", "Expected no argument, but there is one");
    static final Reply FROM_EXPECTED = new Reply(501, "5.5.4", "Expected MAIL FROM:<address>");
    static final Reply TO_EXPECTED = new Reply(501, "5.5.4", "Expected RCPT TO:<address>");
    static final Reply BAD_SIZE = new Reply(501, "5.5.4", "Expected SIZE=number");
    static final Reply BAD_BODY = new Reply(501, "5.5.4", "Expected BODY=7BIT or BODY=8BITMIME");
    static final Reply BAD_SMTPUTF8 = new Reply(501, "5.5.4", "Expected SMTPUTF8 without a value");
    static final Reply BAD_RET = new Reply(501, "5.5.4", "Expected RET=FULL or RET=HDRS");
    static final Reply BAD_ENVID = new Reply(501, "5.5.4", "Expected ENVID= with at most 100 characters of xtext");
    static final Reply BAD_NOTIFY = new Reply(501, "5.5.4", "Expected NOTIFY=NEVER, or SUCCESS, FAILURE and DELAY");
    static final Reply BAD_ORCPT =
            new Reply(501, "5.5.4", "Expected ORCPT=type;address with at most 500 characters of xtext");
    static final Reply REPEATED_PARAMETER = new Reply(501, "5.5.4", "A parameter is given twice");
    static final Reply BAD_SENDER = new Reply(501, "5.1.7", "The sender is not a valid address");
    static final Reply BAD_RECIPIENT = new Reply(501, "5.1.3", "The recipient is not a valid address");
    static final Reply GREETING_FIRST = new Reply(503, "5.5.1", "Expected EHLO or HELO first");
    static final Reply NESTED_MAIL =
            new Reply(503, "5.5.1", "Expected RCPT, DATA or RSET, but a sender is given already");
    static final Reply NO_DATA_AFTER_CHUNKS =
            new Reply(503, "5.5.1", "Expected BDAT or RSET, but a mail is coming in by BDAT already");
    static final Reply NO_RECIPIENT_AFTER_CHUNKS =
            new Reply(503, "5.5.1", "Expected BDAT or RSET, but the mail is coming in already");
    static final Reply TLS_STARTED = new Reply(503, "5.5.1", "Expected STARTTLS once, but TLS is in use already");
    static final Reply MAIL_FIRST = new Reply(503, "5.5.1", "Expected MAIL first");
    static final Reply NEEDS_SMTPUTF8 = new Reply(553, "5.6.7", "An address that is not ASCII needs SMTPUTF8");
    static final Reply NO_RECIPIENT = new Reply(554, "5.5.1", "No valid recipients");
    static final Reply UNKNOWN_PARAMETER = new Reply(555, "5.5.4", "A parameter is not recognised");

    private Replies() {}

    /** The answer as the library writes it. */
    static SMTPResponse response(Reply reply) {
        return new SMTPResponse(String.valueOf(reply.code()), reply.line());
    }

    /** The answer, after which the connection is closed. */
    static Response last(Reply reply) {
        SMTPResponse response = response(reply);
        response.setEndSession(true);
        return response;
    }
}
