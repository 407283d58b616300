package org.postroom.local.command;

import org.postroom.local.stack.Port;
import org.postroom.local.stack.Stack;

/** Where to find what, and who may sign in. */
final class Overview {

    private final Terminal terminal;

    Overview(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Stack stack) {
        var ports = stack.ports();
        terminal.say("");
        line("Console", ports.url(Port.CONSOLE), "administration, agents' desk, supervision");
        line("DNS playground", ports.url(Port.DNS_PAGE), "publish records here; queries at " + ports.address(Port.DNS));
        line(
                "Mailbox playground",
                ports.url(Port.MAILBOX_PAGE),
                "the customers' mail; SMTP at " + ports.address(Port.MAILBOX_SMTP));
        line("Mail to Postroom", ports.address(Port.INBOUND_SMTP), "SMTP");
        line("Kafka", ports.address(Port.BROKER), "");
        line("Schema registry", ports.url(Port.REGISTRY), "");
        line("PostgreSQL", ports.address(Port.DATABASE), "user postgres, no password");
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

    static long memory(Stack stack) {
        return stack.parts().stream()
                .mapToLong(part -> stack.memory(part).orElse(0))
                .sum();
    }

    private void line(String title, String address, String note) {
        terminal.say(String.format("  %-20s %-24s ", title, address) + terminal.grey(note));
    }

    private void account(String name, String role) {
        terminal.say(String.format("  %-20s ", name) + terminal.grey(role));
    }
}
