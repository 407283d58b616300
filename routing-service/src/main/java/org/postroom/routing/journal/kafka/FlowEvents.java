package org.postroom.routing.journal.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.interaction.FlowAttribute;
import org.postroom.events.interaction.FlowOutcome;
import org.postroom.events.interaction.FlowRan;
import org.postroom.events.interaction.FlowStepDone;
import org.postroom.flow.FlowResult;
import org.postroom.flow.Treatment;
import org.postroom.routing.decision.RoutingEvent;

/** Writes what flows made of mails. */
final class FlowEvents {

    private FlowEvents() {}

    static SpecificRecord write(RoutingEvent.FlowRan ran, String organisationId, Instant at) {
        Treatment treatment = ran.result().treatment();
        return FlowRan.newBuilder()
                .setOrganisationId(organisationId)
                .setEmailId(ran.emailId().value())
                .setInteractionId(EventWriter.text(ran.interactionId()))
                .setAddressId(ran.addressId().value())
                .setFlowId(ran.flowId().value())
                .setDefinitionVersion(ran.definitionVersion())
                .setOutcome(outcome(ran.result().outcome()))
                .setQueueId(EventWriter.text(ran.queueId()))
                .setExplanation(explanation(ran.result().outcome()))
                .setSteps(ran.result().path().stream()
                        .filter(FlowResult.Visit::matched)
                        .map(visit ->
                                new FlowStepDone(visit.flowId(), visit.definitionVersion(), visit.step(), visit.name()))
                        .toList())
                .setPriority(treatment.priority())
                .setSkills(treatment.skills().entrySet().stream()
                        .map(skill -> new SkillRequirement(skill.getKey(), skill.getValue()))
                        .toList())
                .setLanguage(treatment.language())
                .setAttributes(treatment.attributes().entrySet().stream()
                        .map(attribute -> new FlowAttribute(attribute.getKey(), attribute.getValue()))
                        .toList())
                .setOccurredAt(at)
                .build();
    }

    private static FlowOutcome outcome(FlowResult.Outcome outcome) {
        return switch (outcome) {
            case FlowResult.Transferred _ -> FlowOutcome.TRANSFERRED;
            case FlowResult.Disconnected _ -> FlowOutcome.DISCONNECTED;
            case FlowResult.Undecided _ -> FlowOutcome.UNDECIDED;
            case FlowResult.Failed _ -> FlowOutcome.FAILED;
        };
    }

    private static @Nullable String explanation(FlowResult.Outcome outcome) {
        return switch (outcome) {
            case FlowResult.Disconnected(String reason) -> reason;
            case FlowResult.Failed(String failure) -> failure;
            case FlowResult.Transferred _, FlowResult.Undecided _ -> null;
        };
    }
}
