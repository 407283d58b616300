package org.postroom.flow;

/** Where a step sends a mail, after which the flow is over, or which flow goes on with it. */
public sealed interface Ending {

    /**
     * The mail waits in a queue.
     *
     * @param queueId the queue
     */
    record Transfer(String queueId) implements Ending {}

    /**
     * The mail becomes no work; it is kept aside.
     *
     * @param reason why, in the words of the administrator
     */
    record Disconnect(String reason) implements Ending {}

    /**
     * The steps of another flow are run, and where none of them sends the mail anywhere, those behind this one.
     *
     * @param flowId the other flow
     */
    record Call(String flowId) implements Ending {}
}
