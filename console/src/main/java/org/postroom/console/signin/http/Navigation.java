package org.postroom.console.signin.http;

import static org.postroom.console.signin.Permissions.MANAGE_DIRECTORY;
import static org.postroom.console.signin.Permissions.MANAGE_EMAIL;
import static org.postroom.console.signin.Permissions.OPERATE;
import static org.postroom.console.signin.Permissions.VIEW_AUDIT;

import java.util.List;
import org.postroom.console.signin.ConsoleUser;

/**
 * The administration pages that a visitor may open.
 *
 * @param groups the groups in the order of the menu; none is empty
 */
record Navigation(List<Group> groups) {

    private static final List<Group> ALL = List.of(
            new Group(
                    "Email",
                    List.of(
                            new Link("domains", "Domains", MANAGE_EMAIL),
                            new Link("addresses", "Addresses", MANAGE_EMAIL),
                            new Link("mailboxes", "Mailboxes", MANAGE_EMAIL),
                            new Link("smtp-servers", "SMTP servers", MANAGE_EMAIL),
                            new Link("mail-rules", "Mail rules", MANAGE_DIRECTORY))),
            new Group(
                    "Routing",
                    List.of(
                            new Link("queues", "Queues", MANAGE_DIRECTORY),
                            new Link("skills", "Skills", MANAGE_DIRECTORY),
                            new Link("flows", "Flows", MANAGE_DIRECTORY),
                            new Link("schedules", "Schedules", MANAGE_DIRECTORY),
                            new Link("wrap-up-codes", "Wrap-up codes", MANAGE_DIRECTORY))),
            new Group(
                    "People",
                    List.of(
                            new Link("agents", "Agents", MANAGE_DIRECTORY),
                            new Link("roles", "Roles", MANAGE_DIRECTORY))),
            new Group(
                    "Texts",
                    List.of(
                            new Link("libraries", "Libraries", MANAGE_DIRECTORY),
                            new Link("canned-responses", "Canned responses", MANAGE_DIRECTORY),
                            new Link("signatures", "Signatures", MANAGE_DIRECTORY))),
            new Group(
                    "All of it",
                    List.of(
                            new Link("audit", "Audit trail", VIEW_AUDIT),
                            new Link("configuration", "Import and export", MANAGE_DIRECTORY))),
            new Group("Installation", List.of(new Link("organisations", "Organisations", OPERATE))));

    Navigation {
        groups = List.copyOf(groups);
    }

    /** The pages that a visitor may open. */
    static Navigation of(ConsoleUser visitor) {
        return new Navigation(ALL.stream()
                .map(group -> new Group(
                        group.label(),
                        group.links().stream()
                                .filter(link -> visitor.may(link.permission()))
                                .toList()))
                .filter(group -> !group.links().isEmpty())
                .toList());
    }

    /** True where the section is one of these pages, and so has the menu beside it. */
    public boolean holds(String section) {
        return groups.stream()
                .flatMap(group -> group.links().stream())
                .anyMatch(link -> link.section().equals(section));
    }

    /** The first page; empty where the visitor may open none. */
    public String start() {
        return groups.isEmpty() ? "" : groups.getFirst().links().getFirst().path();
    }

    /**
     * Some pages under one heading.
     *
     * @param label the heading
     * @param links the pages
     */
    record Group(String label, List<Link> links) {}

    /**
     * A page.
     *
     * @param section its name in addresses
     * @param label its name for people
     * @param permission the permission to open it
     */
    record Link(String section, String label, String permission) {

        /** Its address. */
        public String path() {
            return "/administration/" + section;
        }
    }
}
