package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.console.administration.entry.EntryKind.Section;

/** The forms of what only has a name. */
final class PlainForms {

    static final EntryKind SKILL = named(
            "skills",
            "Skills",
            "skill",
            "A skill is something that not every agent knows, such as Billing. Addresses ask for it, agents have it.",
            "For instance Billing.");

    static final EntryKind WRAP_UP_CODE = named(
            "wrap-up-codes",
            "Wrap-up codes",
            "wrap-up code",
            "A wrap-up code says what an interaction was about, such as Refund. Queues say which ones agents choose from.",
            "For instance Refund.");

    static final EntryKind LIBRARY = named(
            "libraries",
            "Libraries",
            "library",
            "A library holds canned responses and signatures that belong together, such as those of one brand.",
            "For instance Acme Outdoor.");

    private PlainForms() {}

    private static EntryKind named(String plural, String title, String singular, String advice, String hint) {
        return new EntryKind(
                plural,
                title,
                singular,
                advice,
                "name",
                List.of(new Section("", List.of(new TextField("name", "Name", hint)))),
                List.of(),
                Set.of(),
                Map.of(),
                List.of());
    }
}
