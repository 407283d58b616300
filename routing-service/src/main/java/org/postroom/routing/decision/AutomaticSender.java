package org.postroom.routing.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postroom.routing.id.SubjectId;

/**
 * The newest automatic mails of one sender.
 *
 * @param mails oldest first, at most {@value #KEPT}: one more in the window is too many whatever their subjects
 */
public record AutomaticSender(List<Mail> mails) {

    /** How many mails of a sender are let through within the window, and so how many have to be remembered. */
    static final int KEPT = 10;

    /**
     * An automatic mail.
     *
     * @param at when it came
     * @param subject stands for its subject
     */
    public record Mail(Instant at, SubjectId subject) {}

    /** Copies the mails. */
    public AutomaticSender {
        mails = List.copyOf(mails);
    }

    AutomaticSender with(Mail newest) {
        var all = new ArrayList<>(mails);
        all.add(newest);
        return new AutomaticSender(all.size() > KEPT ? all.subList(all.size() - KEPT, all.size()) : all);
    }
}
