package org.postroom.inbound.scan;

import java.time.Duration;

/**
 * An engine at work.
 *
 * @param engine the engine
 * @param budget how long a sender may be kept waiting for it
 * @param withoutAnswer what becomes of a mail where it has not answered by then
 */
public record Scanning(Engine engine, Duration budget, WithoutAnswer withoutAnswer) {}
