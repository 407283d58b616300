package org.postroom.domain.directory.http;

import java.util.List;
import org.postroom.domain.audit.FieldChange;

/**
 * What a change would do, had it not been a dry run.
 *
 * @param changes the fields that it would touch; empty where it would change nothing
 */
public record DryRunJson(List<FieldChange> changes) {}
