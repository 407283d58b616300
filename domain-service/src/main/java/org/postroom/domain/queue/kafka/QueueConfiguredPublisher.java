package org.postroom.domain.queue.kafka;

import org.postroom.domain.agent.AgentId;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.kafka.ConfigurationPublisher;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.signature.SignatureId;
import org.postroom.domain.wrapupcode.WrapUpCodeId;
import org.postroom.events.configuration.AfterCallWork;
import org.postroom.events.configuration.EvaluationMethod;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Publishes {@code QueueConfigured}. */
@Component
final class QueueConfiguredPublisher extends ConfigurationPublisher<Queue> {

    QueueConfiguredPublisher(Outbox outbox) {
        super(Queue.KIND, outbox);
    }

    @Override
    protected QueueConfigured event(String organisationId, Entry<Queue> entry) {
        Queue queue = entry.value();
        SignatureId signature = queue.defaultSignature();
        return QueueConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setQueueId(entry.id())
                .setName(queue.name().value())
                .setMemberAgentIds(queue.members().stream().map(AgentId::value).toList())
                .setAlertingTimeoutSeconds(
                        Math.toIntExact(queue.alertingTimeout().duration().toSeconds()))
                .setEvaluationMethod(evaluationMethod(queue))
                .setWrapUpCodeIds(
                        queue.wrapUpCodes().stream().map(WrapUpCodeId::value).toList())
                .setServiceLevelPercent(queue.serviceLevel().percent())
                .setServiceLevelTargetSeconds(
                        Math.toIntExact(queue.serviceLevel().target().toSeconds()))
                .setAfterCallWork(afterCallWork(queue))
                .setAfterCallWorkSeconds(queue.afterCallWork().seconds())
                .setDefaultSignatureId(signature == null ? null : signature.value())
                .setChangedBy(entry.changedBy())
                .setVersion(entry.version())
                .setOccurredAt(entry.changedAt())
                .build();
    }

    private static EvaluationMethod evaluationMethod(Queue queue) {
        return switch (queue.evaluation()) {
            case ALL_SKILLS -> EvaluationMethod.ALL_SKILLS;
            case BEST_AVAILABLE_SKILLS -> EvaluationMethod.BEST_AVAILABLE_SKILLS;
            case DISREGARD_SKILLS -> EvaluationMethod.DISREGARD_SKILLS;
        };
    }

    private static AfterCallWork afterCallWork(Queue queue) {
        return switch (queue.afterCallWork().mode()) {
            case OPTIONAL -> AfterCallWork.OPTIONAL;
            case MANDATORY -> AfterCallWork.MANDATORY;
            case MANDATORY_TIMED -> AfterCallWork.MANDATORY_TIMED;
        };
    }
}
