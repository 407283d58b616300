package org.postroom.routing.interaction;

import java.time.Instant;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.QueueId;

/**
 * What an interaction is about; it stays while the interaction changes its state.
 *
 * @param emailId the newest of the customer's mails in it
 * @param addressId the address the customer wrote to
 * @param priority a head start, in minutes of waiting
 * @param subject of the newest mail
 * @param waitingSince when it first entered a queue: giving it back does not cost the customer's place
 */
public record Enquiry(
        InteractionId interactionId,
        ConversationId conversationId,
        EmailId emailId,
        AddressId addressId,
        Requirement requirement,
        int priority,
        Customer customer,
        String subject,
        Instant waitingSince) {

    Enquiry withNewestMail(EmailId newest, String newSubject) {
        return new Enquiry(
                interactionId,
                conversationId,
                newest,
                addressId,
                requirement,
                priority,
                customer,
                newSubject,
                waitingSince);
    }

    /** The same in another conversation. */
    public Enquiry inConversation(ConversationId another) {
        return new Enquiry(
                interactionId, another, emailId, addressId, requirement, priority, customer, subject, waitingSince);
    }

    /** A new interaction about a mail of this one, in another conversation; it waits from now on. */
    public Enquiry movedTo(ConversationId another, InteractionId newId, EmailId mail, Instant now) {
        return new Enquiry(newId, another, mail, addressId, requirement, priority, customer, subject, now);
    }

    Enquiry inQueue(QueueId queueId) {
        return new Enquiry(
                interactionId,
                conversationId,
                emailId,
                addressId,
                requirement.inQueue(queueId),
                priority,
                customer,
                subject,
                waitingSince);
    }
}
