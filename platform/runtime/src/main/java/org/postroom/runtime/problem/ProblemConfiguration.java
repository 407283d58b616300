package org.postroom.runtime.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Switches problem details on for every controller. */
@AutoConfiguration
@Import(ProblemDetails.class)
public class ProblemConfiguration {}
