package org.postroom.domain.queue.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.agent.AgentId;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;
import org.postroom.domain.directory.http.ReadableForm;
import org.postroom.domain.queue.AfterCallWork;
import org.postroom.domain.queue.EvaluationMethod;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.queue.Queue.AlertingTimeout;
import org.postroom.domain.queue.ServiceLevel;
import org.postroom.domain.signature.SignatureId;
import org.postroom.domain.wrapupcode.WrapUpCodeId;
import org.springframework.stereotype.Component;

/** Queues in JSON. */
@Component
final class QueueForm extends ReadableForm<Queue, QueueJson> {

    QueueForm() {
        super(QueueJson.class);
    }

    @Override
    public QueueJson json(@Nullable String id, @Nullable Long version, Queue queue) {
        SignatureId signature = queue.defaultSignature();
        return new QueueJson(
                id,
                version,
                queue.name().value(),
                queue.members().stream().map(AgentId::value).toList(),
                Math.toIntExact(queue.alertingTimeout().duration().toSeconds()),
                queue.evaluation().name(),
                queue.wrapUpCodes().stream().map(WrapUpCodeId::value).toList(),
                queue.serviceLevel().percent(),
                Math.toIntExact(queue.serviceLevel().target().toSeconds()),
                queue.afterCallWork().mode().name(),
                queue.afterCallWork().seconds(),
                signature == null ? null : signature.value());
    }

    @Override
    public Queue value(Fields fields, QueueJson json) {
        var name = fields.required("name", json.name(), Name::new);
        var members = fields.each("memberAgentIds", json.memberAgentIds(), Queue.MOST_MEMBERS, AgentId::new);
        var alerting = fields.orDefault(
                "alertingTimeoutSeconds",
                json.alertingTimeoutSeconds(),
                AlertingTimeout.DEFAULT,
                AlertingTimeout::ofSeconds);
        var evaluation = fields.orDefault(
                "evaluationMethod", json.evaluationMethod(), EvaluationMethod.ALL_SKILLS, EvaluationMethod::named);
        var codes = fields.each("wrapUpCodeIds", json.wrapUpCodeIds(), WrapUpCodeId::new);
        var level = serviceLevel(fields, json);
        var wrapUp = afterCallWork(fields, json);
        var signature = fields.optional("defaultSignatureId", json.defaultSignatureId(), SignatureId::new);
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
}
