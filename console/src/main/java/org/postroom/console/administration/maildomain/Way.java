package org.postroom.console.administration.maildomain;

import java.util.List;

/**
 * One of several ways of doing something.
 *
 * @param value its name in the API
 * @param label its name for people
 * @param explanation what it means, in a sentence or two
 */
public record Way(String value, String label, String explanation) {

    /** The types that a new domain can have. */
    public static final List<Way> TYPES = List.of(
            new Way(
                    "CUSTOM",
                    "Custom domain",
                    "A domain or subdomain of your own, such as support.example.com. You publish some DNS records to"
                            + " show that it is yours."),
            new Way(
                    "SYSTEM",
                    "System domain",
                    "A subdomain of this installation with your account's name. It works at once and needs no records."));

    /** How mail comes in. */
    public static final List<Way> RECEIVING = List.of(
            new Way(
                    "MX",
                    "By an MX record",
                    "All mail to this domain comes straight to Postroom. Right for a domain or subdomain that has no"
                            + " other mailboxes."),
            new Way(
                    "REDIRECT",
                    "By redirect rules in your mail system",
                    "Your mail system keeps receiving, keeps its copies, and redirects single addresses here. No MX"
                            + " record is needed: a test mail proves the path."));

    /** How mail leaves. */
    public static final List<Way> SENDING = List.of(
            new Way(
                    "PLATFORM",
                    "Through the platform",
                    "Postroom delivers and signs replies itself. The ownership record is required; DKIM and MAIL FROM"
                            + " are advised, so that replies do not land among spam."),
            new Way(
                    "CUSTOM_SMTP",
                    "Through your own SMTP server",
                    "Replies are handed to a server of yours, which answers for them. Neither the ownership record nor"
                            + " MAIL FROM is needed."));

    /** What becomes of replies while the domain may not send. */
    public static final List<Way> WHEN_UNVERIFIED = List.of(
            new Way(
                    "HOLD",
                    "Hold them",
                    "Replies wait and leave by themselves once the domain is verified again. Nothing is lost."),
            new Way(
                    "SYSTEM_DOMAIN",
                    "Send them from the system domain",
                    "Customers see another sender address for a while, but get their answer at once."),
            new Way(
                    "REFUSE",
                    "Refuse them",
                    "The interaction goes back to its agent, who sees why the reply was not sent."));

    /** The sentence of the chosen one; empty where it is none of them. */
    public static String label(List<Way> ways, String value) {
        return ways.stream()
                .filter(way -> way.value().equals(value))
                .map(Way::label)
                .findFirst()
                .orElse("");
    }
}
