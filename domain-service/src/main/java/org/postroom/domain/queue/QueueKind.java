package org.postroom.domain.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.content.Signature;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entries;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.Kind;
import org.postroom.domain.directory.Layout;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.ReadableKind;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.directory.http.EntryJson;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;
import org.postroom.domain.interaction.Interactions;
import org.postroom.domain.queue.Queue.AlertingTimeout;
import org.postroom.domain.queue.Queue.EvaluationMethod;
import org.postroom.events.configuration.QueueConfigured;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes queues. */
@Component
final class QueueKind extends ReadableKind<Queue, QueueKind.QueueJson> {

    private static final Map<String, Kind> REFERENCES = Map.of(
            "memberAgentIds", Agent.KIND, "wrapUpCodeIds", WrapUpCode.KIND, "defaultSignatureId", Signature.KIND);

    private final Interactions interactions;
    private final Changes changes;

    QueueKind(Interactions interactions, Changes changes) {
        super(Queue.class, QueueJson.class, Layout.named("queues", Queue.KIND, REFERENCES));
        this.interactions = interactions;
        this.changes = changes;
    }

    @Override
    public Entries<Queue> entries(Directory<Queue> directory) {
        return new Queues(directory, interactions, changes);
    }

    @Override
    public QueueJson json(@Nullable String id, @Nullable Long version, Queue queue) {
        Id<Signature> signature = queue.defaultSignature();
        return new QueueJson(
                id,
                version,
                queue.name().value(),
                queue.members().stream().map(Id::value).toList(),
                Math.toIntExact(queue.alertingTimeout().duration().toSeconds()),
                queue.evaluation().name(),
                queue.wrapUpCodes().stream().map(Id::value).toList(),
                queue.serviceLevel().percent(),
                Math.toIntExact(queue.serviceLevel().target().toSeconds()),
                queue.afterCallWork().mode().name(),
                queue.afterCallWork().seconds(),
                signature == null ? null : signature.value());
    }

    @Override
    public Queue value(Fields fields, QueueJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var members = fields.each("memberAgentIds", json.memberAgentIds(), Queue.MOST_MEMBERS, Id<Agent>::new);
        var alerting = fields.orDefault(
                "alertingTimeoutSeconds",
                json.alertingTimeoutSeconds(),
                AlertingTimeout.DEFAULT,
                AlertingTimeout::ofSeconds);
        var evaluation = fields.orDefault(
                "evaluationMethod", json.evaluationMethod(), EvaluationMethod.ALL_SKILLS, EvaluationMethod::named);
        var codes = fields.each("wrapUpCodeIds", json.wrapUpCodeIds(), Id<WrapUpCode>::new);
        var level = serviceLevel(fields, json);
        var wrapUp = afterCallWork(fields, json);
        var signature = fields.optional("defaultSignatureId", json.defaultSignatureId(), Id<Signature>::new);
        return fields.whole(() -> new Queue(
                name.get(),
                members.get(),
                alerting.get(),
                evaluation.get(),
                codes.get(),
                level.get(),
                wrapUp.get(),
                signature.orNull()));
    }

    @Override
    public QueueConfigured event(String organisationId, Entry<Queue> entry) {
        Queue queue = entry.value();
        Id<Signature> signature = queue.defaultSignature();
        return QueueConfigured.newBuilder()
                .setOrganisationId(organisationId)
                .setQueueId(entry.id())
                .setName(queue.name().value())
                .setMemberAgentIds(queue.members().stream().map(Id::value).toList())
                .setAlertingTimeoutSeconds(
                        Math.toIntExact(queue.alertingTimeout().duration().toSeconds()))
                .setEvaluationMethod(evaluationMethod(queue))
                .setWrapUpCodeIds(queue.wrapUpCodes().stream().map(Id::value).toList())
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

    private static org.postroom.events.configuration.EvaluationMethod evaluationMethod(Queue queue) {
        return switch (queue.evaluation()) {
            case ALL_SKILLS -> org.postroom.events.configuration.EvaluationMethod.ALL_SKILLS;
            case BEST_AVAILABLE_SKILLS -> org.postroom.events.configuration.EvaluationMethod.BEST_AVAILABLE_SKILLS;
            case DISREGARD_SKILLS -> org.postroom.events.configuration.EvaluationMethod.DISREGARD_SKILLS;
        };
    }

    private static org.postroom.events.configuration.AfterCallWork afterCallWork(Queue queue) {
        return switch (queue.afterCallWork().mode()) {
            case OPTIONAL -> org.postroom.events.configuration.AfterCallWork.OPTIONAL;
            case MANDATORY -> org.postroom.events.configuration.AfterCallWork.MANDATORY;
            case MANDATORY_TIMED -> org.postroom.events.configuration.AfterCallWork.MANDATORY_TIMED;
            case NONE -> org.postroom.events.configuration.AfterCallWork.NONE;
        };
    }

    private static Given<ServiceLevel> serviceLevel(Fields fields, QueueJson json) {
        var percent = fields.orDefault(
                "serviceLevelPercent",
                json.serviceLevelPercent(),
                ServiceLevel.DEFAULT.percent(),
                ServiceLevel::checkedPercent);
        var target = fields.orDefault(
                "serviceLevelTargetSeconds",
                json.serviceLevelTargetSeconds(),
                ServiceLevel.DEFAULT.target(),
                seconds -> ServiceLevel.checkedTarget(Duration.ofSeconds(seconds)));
        return fields.put(() -> new ServiceLevel(percent.get(), target.get()));
    }

    private static Given<AfterCallWork> afterCallWork(Fields fields, QueueJson json) {
        var mode = fields.orDefault(
                "afterCallWork", json.afterCallWork(), AfterCallWork.OPTIONAL.mode(), AfterCallWork.Mode::named);
        Integer seconds = json.afterCallWorkSeconds();
        return fields.rule("afterCallWorkSeconds", () -> new AfterCallWork(mode.get(), seconds == null ? 0 : seconds));
    }

    /** The queues of the caller's organisation. */
    @RestController
    @RequestMapping("/api/queues")
    static class QueueController extends DirectoryController<Queue, QueueJson> {

        QueueController(Directory<Queue> queues, QueueKind kind) {
            super(queues, kind);
        }
    }

    /**
     * A queue in JSON, the same in requests and answers.
     *
     * @param id the identifier; ignored in requests
     * @param version the version; in a change, the one that was read
     * @param name the name
     * @param memberAgentIds the agents that get its work
     * @param alertingTimeoutSeconds how long an offer alerts an agent, 1 to 86 400; 300 where absent
     * @param evaluationMethod ALL_SKILLS, BEST_AVAILABLE_SKILLS or DISREGARD_SKILLS; ALL_SKILLS where absent
     * @param wrapUpCodeIds the wrap-up codes that agents may choose from, and must where after-call work is mandatory
     * @param serviceLevelPercent the share of interactions to be answered in time, 0 to 100; 80 where absent
     * @param serviceLevelTargetSeconds the time, 1 to 2 592 000; 86 400 where absent
     * @param afterCallWork OPTIONAL, MANDATORY, MANDATORY_TIMED or NONE; OPTIONAL where absent
     * @param afterCallWorkSeconds how long wrapping up may take, 1 to 3600 where it is timed; else 0, as where absent
     * @param defaultSignatureId the signature of addresses that have none; absent for none
     */
    record QueueJson(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String name,
            @Nullable List<String> memberAgentIds,
            @Nullable Integer alertingTimeoutSeconds,
            @Nullable String evaluationMethod,
            @Nullable List<String> wrapUpCodeIds,
            @Nullable Integer serviceLevelPercent,
            @Nullable Integer serviceLevelTargetSeconds,
            @Nullable String afterCallWork,
            @Nullable Integer afterCallWorkSeconds,
            @Nullable String defaultSignatureId)
            implements EntryJson {}
}
