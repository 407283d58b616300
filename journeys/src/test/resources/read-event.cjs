// Decodes one record's value, given in base64, with Confluent's own package: node read-event.cjs REGISTRY TOPIC VALUE
const { SchemaRegistryClient, AvroDeserializer, SerdeType } = require('@confluentinc/schemaregistry');

const [registry, topic, value] = process.argv.slice(2);
const client = new SchemaRegistryClient({ baseURLs: [registry] });
new AvroDeserializer(client, SerdeType.VALUE, {})
  .deserialize(topic, Buffer.from(value, 'base64'))
  .then(event => console.log(JSON.stringify(event, (key, held) => (typeof held === 'bigint' ? String(held) : held))))
  .catch(error => {
    console.error(error);
    process.exit(1);
  });
