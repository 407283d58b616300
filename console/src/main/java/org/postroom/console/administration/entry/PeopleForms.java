package org.postroom.console.administration.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroom.console.administration.entry.EntryKind.Column;
import org.postroom.console.administration.entry.EntryKind.Section;

/** The forms of agents and their roles. */
final class PeopleForms {

    private static final int MOST_EMAILS = 25;

    static final EntryKind AGENT = new EntryKind(
            "agents",
            "Agents",
            "agent",
            "An agent is someone who answers mail. Add each under the identifier of their sign-in.",
            "displayName",
            List.of(new Section(
                    "",
                    List.of(
                            new TextField(
                                    "id",
                                    "Identifier",
                                    "The subject of the agent’s sign-in, for instance anna. It never changes."),
                            new TextField("displayName", "Name", "Shown to colleagues and in signatures."),
                            new TickField(
                                    "active",
                                    "Gets mail",
                                    "Without the tick the agent is offered nothing, and what the agent has in hand goes back to its queue. Queues and skills stay for the day of the return."),
                            new NumberField("emailCapacity", "Emails at once", "0 to 25.", 0, MOST_EMAILS, ""),
                            new ListField("languages", "Languages", "As language tags, with commas: en, de, pt-BR."),
                            new RatedSkillsField("skills", "Skills", "0 is a little, 5 is everything."),
                            new ChoicesField(
                                    "roleIds",
                                    "Roles",
                                    "What the agent may do, beside what the sign-in allows.",
                                    Source.ROLES,
                                    "There are no roles yet. They are optional.")))),
            List.of(
                    new Column("Identifier", "id"),
                    new Column("Gets mail", "active"),
                    new Column("Emails at once", "emailCapacity"),
                    new Column("Skills", "skills"),
                    new Column("Languages", "languages"),
                    new Column("Roles", "roleIds")),
            Set.of("id"),
            Map.of("emailCapacity", 1, "active", true),
            List.of());

    static final EntryKind ROLE = new EntryKind(
            "roles",
            "Roles",
            "role",
            "A role is a set of permissions with a name, such as Supervisor. Agents have roles.",
            "name",
            List.of(new Section(
                    "",
                    List.of(
                            new TextField("name", "Name", "For instance Supervisor."),
                            new ChoicesField(
                                    "permissions",
                                    "Permissions",
                                    "What agents with this role may do.",
                                    Source.PERMISSIONS,
                                    "There are no permissions to choose from.")))),
            List.of(new Column("Permissions", "permissions")),
            Set.of(),
            Map.of(),
            List.of());

    private PeopleForms() {}
}
