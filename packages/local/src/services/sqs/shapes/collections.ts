import { notOfKind, type Shape } from './shape.js';

/** A list: `Name.1`, `Name.2`… among parameters, `Name` again and again in XML. */
export function list<T>(of: Shape<T>, queryName: string): Shape<readonly T[]> {
  return {
    queryName,
    fromJson: (value, path) => {
      if (!Array.isArray(value)) throw notOfKind(path, 'a list');
      return value.map((item, index) => of.fromJson(item, `${path}.${index + 1}`));
    },
    fromQuery: (parameters, path) => {
      const items = parameters.items();
      const nodes = items.length === 0 && parameters.text !== undefined ? [parameters] : items;
      const values = nodes.map((node, index) => of.fromQuery(node, `${path}.${index + 1}`));
      const given = values.filter((value) => value !== undefined);
      return given.length === 0 ? undefined : given;
    },
    toXml: (xml, name, values) => {
      for (const value of values) of.toXml(xml, name, value);
    },
  };
}

/** What names are mapped to. Names come from outside, so no plain object holds them while they are read. */
export type Named<T> = Readonly<Record<string, T>>;

/** A map: `Name.1.Name` and `Name.1.Value` among parameters. */
export function map<T>(of: Shape<T>, queryName: string, key: 'Name' | 'Key'): Shape<Named<T>> {
  return {
    queryName,
    fromJson: (value, path) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notOfKind(path, 'an object');
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, of.fromJson(one, `${path}.${name}`)]),
      );
    },
    fromQuery: (parameters, path) => {
      const nodes = parameters.struct(key).text === undefined ? parameters.items() : [parameters];
      const entries = nodes.flatMap((node): [string, T][] => {
        const name = node.struct(key).text;
        const value = of.fromQuery(node.struct('Value'), `${path}.${name}`);
        return name === undefined || value === undefined ? [] : [[name, value]];
      });
      return entries.length === 0 ? undefined : Object.fromEntries(entries);
    },
    toXml: (xml, name, value) => {
      for (const [one, of_] of Object.entries(value)) {
        xml.branch(name, () => {
          xml.leaf(key, one);
          of.toXml(xml, 'Value', of_);
        });
      }
    },
  };
}
