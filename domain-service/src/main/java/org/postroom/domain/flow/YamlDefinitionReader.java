package org.postroom.domain.flow;

import org.postroom.domain.yaml.YamlDocument;
import org.springframework.stereotype.Component;

/** Reads definitions as YAML. */
@Component
final class YamlDefinitionReader implements DefinitionReader {

    @Override
    public Definition read(String text) {
        var definition = new Definition(text);
        YamlDocument.parse(definition.text());
        return definition;
    }
}
