-- Entries from before have the values that the new fields have by default.
update directory_entry set value = value || '{"roles": []}' where kind = 'agent';
