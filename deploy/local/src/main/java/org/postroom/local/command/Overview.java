package org.postroom.local.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.postroom.local.stack.Port;
import org.postroom.local.stack.Stack;

/** Where to find what, and who may sign in. */
final class Overview {

    private final Terminal terminal;

    Overview(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns where everything is, for programs. */
    static Map<String, String> addresses(Stack stack) {
        var ports = stack.ports();
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("console", ports.url(Port.CONSOLE));
        addresses.put("dnsPlayground", ports.url(Port.DNS_PAGE));
        addresses.put("dns", ports.address(Port.DNS));
        addresses.put("mailboxPlayground", ports.url(Port.MAILBOX_PAGE));
        addresses.put("mailboxSmtp", ports.address(Port.MAILBOX_SMTP));
        addresses.put("inboundSmtp", ports.address(Port.INBOUND_SMTP));
        addresses.put("kafka", stack.servers().bootstrapServers(ports));
        addresses.put("schemaRegistry", stack.servers().registry(ports).toString());
        addresses.put("postgresql", stack.servers().database(ports).address());
        addresses.put("signIn", ports.url(Port.IDENTITY));
        return addresses;
    }

    void print(Stack stack) {
        var ports = stack.ports();
        var database = stack.servers().database(ports);
        terminal.say("");
        line("Console", ports.url(Port.CONSOLE), "administration, agents' desk, supervision");
        line("DNS playground", ports.url(Port.DNS_PAGE), "publish records here; queries at " + ports.address(Port.DNS));
        line(
                "Mailbox playground",
                ports.url(Port.MAILBOX_PAGE),
                "the customers' mail; SMTP at " + ports.address(Port.MAILBOX_SMTP));
        line("Mail to Postroom", ports.address(Port.INBOUND_SMTP), "SMTP");
        line("Kafka", stack.servers().bootstrapServers(ports), "");
        line("Schema registry", stack.servers().registry(ports).toString(), "");
        line(
                "PostgreSQL",
                database.address(),
                "user " + database.user() + (database.password().isEmpty() ? ", no password" : ""));
        line("Sign-in", ports.url(Port.IDENTITY), "");
        terminal.say("");
        terminal.say("Demo accounts, each with the password " + terminal.bold("postroom") + ":");
        account("ada", "administers and supervises Acme");
        account("anna", "agent of Acme");
        account("ben", "agent of Acme");
        account("dana", "agent of Acme whom ./postroom demo plays");
        account("gus", "administers and supervises Globex");
        account("gina", "agent of Globex");
        account("olga", "operates the installation: its organisations");
        terminal.say("");
        terminal.say("What next: ./postroom status, ./postroom logs, ./postroom down");
    }

    private void line(String title, String address, String note) {
        terminal.say(String.format("  %-20s %-24s ", title, address) + terminal.grey(note));
    }

    private void account(String name, String role) {
        terminal.say(String.format("  %-20s ", name) + terminal.grey(role));
    }
}
