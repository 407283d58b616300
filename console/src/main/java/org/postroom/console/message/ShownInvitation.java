package org.postroom.console.message;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroom.mail.reading.Section.Invitation;

/** An appointment as a person reads it: what, when, where and who. */
final class ShownInvitation {

    private ShownInvitation() {}

    static String html(Invitation invitation) {
        String rows = Stream.of(
                        row("When", invitation.when()),
                        row("Where", invitation.where()),
                        row("By", invitation.organiser()),
                        row("With", String.join(", ", invitation.attendees())),
                        row("Note", invitation.description()))
                .collect(Collectors.joining());
        String title = invitation.title().isEmpty() ? "No title" : invitation.title();
        return "<section class=\"invitation\" dir=\"auto\"><p><b>" + kind(invitation.kind()) + ": "
                + SafeHtml.escaped(title) + "</b>" + rows + "</p></section>";
    }

    private static String row(String label, String value) {
        return value.isBlank() ? "" : "<br>" + label + ": <span class=\"plain\">" + SafeHtml.escaped(value) + "</span>";
    }

    private static String kind(Invitation.Kind kind) {
        return switch (kind) {
            case INVITATION -> "Invitation";
            case CANCELLATION -> "Cancelled";
            case ANSWER -> "Answer to an invitation";
            case ANNOUNCEMENT -> "Appointment";
        };
    }
}
