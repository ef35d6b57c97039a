/** The parts of a custom-elements manifest that are read here; see its schema for the rest. */
export type Manifest = { schemaVersion: string; readme: string; modules: ManifestModule[] };
export type ManifestModule = {
  kind: 'javascript-module';
  path: string;
  declarations: Declaration[];
  exports: { kind: string; name: string; declaration: { name: string; module: string } }[];
};
export type Type = { text: string };
export type Member = {
  kind: 'field' | 'method';
  name: string;
  type?: Type;
  default?: string;
  description?: string;
  attribute?: string;
  readonly?: boolean;
  static?: boolean;
  privacy?: string;
};
export type Attribute = { name: string; fieldName: string; type: Type; default?: string; description: string };
export type EventDescription = { name: string; type: Type; description: string; detail: string; cancelable: boolean };
export type Named = { name: string; description: string };
export type CssProperty = Named & { syntax: string; default: string };
export type Declaration = {
  kind: 'class';
  name: string;
  tagName: string;
  customElement: true;
  description: string;
  summary: string;
  formAssociated: boolean;
  superclass: { name: string };
  members: Member[];
  attributes: Attribute[];
  events: EventDescription[];
  slots: Named[];
  cssParts: Named[];
  cssProperties: CssProperty[];
  cssStates: Named[];
};

export const elementsOf = ({ modules }: Manifest): Declaration[] =>
  modules.flatMap(({ declarations }) => declarations.filter(({ customElement }) => customElement));
