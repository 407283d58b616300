package org.postroom.runtime.kafka;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Writes the present trace context into an event's headers, for events that are published later or by other threads. */
public final class TraceHeaders {

    private final Tracer tracer;
    private final Propagator propagator;

    /** Takes the service's tracer. */
    public TraceHeaders(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Adds {@code traceparent}, where there is a trace. */
    public void addTo(Headers headers) {
        @Nullable Span span = tracer.currentSpan();
        if (span != null) {
            propagator.inject(span.context(), headers, (carrier, name, value) -> {
                if (carrier != null) {
                    carrier.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }
}
