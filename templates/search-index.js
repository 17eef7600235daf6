// Made by the page search-index; [kind, title, facts, address, further text].
const searchIndex = [
{{#entries}}
["{{kind}}", "{{title}}", "{{facts}}", "{{path}}"{{#text}}, "{{text}}"{{/text}}],
{{/entries}}
];
