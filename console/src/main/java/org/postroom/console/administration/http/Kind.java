package org.postroom.console.administration.http;

import java.util.List;
import java.util.Locale;

/**
 * The words and addresses of a kind of entry.
 *
 * @param plural the plural, also the last part of its addresses
 * @param singular the singular
 * @param advice what to do when there is none
 * @param columns the headings of the list, the name's first
 */
public record Kind(String plural, String singular, String advice, List<String> columns) {

    static final Kind ADDRESS = new Kind(
            "addresses",
            "address",
            "An address brings mail into a queue. Add the domain first, then for instance help@ of it.",
            List.of("Address", "Queue", "Language", "Priority", "Replies from"));

    static final Kind QUEUE = new Kind(
            "queues",
            "queue",
            "Mail waits in a queue until an agent of the queue takes it. Most teams begin with one, such as Support.",
            List.of("Name", "Members", "Offer alerts for"));

    static final Kind SKILL = new Kind(
            "skills",
            "skill",
            "A skill is something that not every agent knows, such as Billing. Addresses ask for it, agents have it.",
            List.of("Name"));

    static final Kind AGENT = new Kind(
            "agents",
            "agent",
            "An agent is someone who answers mail. Add each under the identifier of their sign-in.",
            List.of("Name", "Identifier", "Emails at once", "Skills", "Languages"));

    static final Kind SIGNATURE = new Kind(
            "signatures",
            "signature",
            "A signature stands below every reply of the addresses that use it.",
            List.of("Name"));

    /** The address of the API. */
    public String api() {
        return "/api/" + plural;
    }

    /** The address of the pages. */
    public String path() {
        return "/administration/" + plural;
    }

    /** The template of the form. */
    public String form() {
        return singular;
    }

    /** The plural, to begin a page with. */
    public String title() {
        return plural.substring(0, 1).toUpperCase(Locale.ROOT) + plural.substring(1);
    }
}
