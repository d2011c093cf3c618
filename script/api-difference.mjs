// Says in what an API breaks with what it was: node script/api-difference.mjs OLD.json NEW.json
// A line for each break, and then it ends with 1. Breaks are what makes a program that worked with the old API fail: something that it
// asks is refused or gone, or something that it reads is gone or of another kind. New addresses, fields and answers are no break.
import { readFileSync } from "node:fs";

const [was, is] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const breaks = new Set();
const tell = (where, what) => breaks.add(`${where}: ${what}`);

for (const [path, old] of Object.entries(was.paths ?? {})) {
  for (const method of methods.filter((each) => old[each])) {
    const where = `${method.toUpperCase()} ${path}`;
    const now = is.paths?.[path];
    if (now?.[method]) compareOperations(where, old, old[method], now, now[method]);
    else tell(where, "is gone");
  }
}

for (const line of breaks) console.log(line);
process.exit(breaks.size > 0 ? 1 : 0);

function compareOperations(where, oldPath, old, newPath, now) {
  const [before, after] = [parameters(was, oldPath, old), parameters(is, newPath, now)];
  for (const [name, parameter] of before) {
    if (after.has(name)) compareSchemas(`${where} ${name}`, parameter.schema, after.get(name).schema, "asks");
    else tell(where, `parameter ${name} is gone`);
  }

  for (const [name, parameter] of after)
    if (parameter.required && !before.get(name)?.required) tell(where, `parameter ${name} is needed`);

  const [oldBody, body] = [resolve(was, old.requestBody), resolve(is, now.requestBody)];
  if (body?.required && !oldBody?.required) tell(where, "a body is needed");
  compareContents(`${where} body`, oldBody, body, "asks");

  for (const [status, answer] of Object.entries(old.responses ?? {})) {
    const after = now.responses?.[status];
    if (after) compareContents(`${where} ${status}`, resolve(was, answer), resolve(is, after), "tells");
    else if (status.startsWith("2")) tell(where, `answer ${status} is gone`);
  }
}

function compareContents(where, old, now, way) {
  for (const [type, content] of Object.entries(old?.content ?? {})) {
    if (now?.content?.[type]) compareSchemas(where, content.schema, now.content[type].schema, way);
    else tell(where, `${type} is gone`);
  }
}

// What a program asks may become wider, what it is told may become narrower.
function compareSchemas(where, oldOne, newOne, way, seen = new Set()) {
  const pair = `${oldOne?.$ref} ${newOne?.$ref}`;
  if (oldOne?.$ref && newOne?.$ref && seen.has(pair)) return;
  const inside = new Set(seen).add(pair);
  const [old, now] = [resolve(was, oldOne), resolve(is, newOne)];
  if (!old || !now) return;

  const [wide, narrow] = way === "asks" ? [now, old] : [old, now];
  if (!types(narrow).every((type) => types(wide).includes(type) || types(wide).includes("anything")))
    tell(where, `was ${types(old).join(" or ")}, is ${types(now).join(" or ")}`);
  if (way === "asks" && now.enum && !(old.enum ?? [undefined]).every((value) => now.enum.includes(value)))
    tell(where, `takes only ${now.enum.join(", ")}`);
  if ((old.format ?? "") !== (now.format ?? "") && (way === "tells" || now.format)) tell(where, `has another format: ${now.format ?? "none"}`);
  if (way === "asks") compareLimits(where, old, now);

  for (const [name, property] of Object.entries(old.properties ?? {})) {
    if (now.properties?.[name]) compareSchemas(`${where} ${name}`, property, now.properties[name], way, inside);
    else tell(where, `${name} is gone`);
    if (way === "tells" && old.required?.includes(name) && !now.required?.includes(name)) tell(where, `${name} may be missing`);
  }

  if (way === "asks")
    for (const name of now.required ?? []) if (!old.required?.includes(name)) tell(where, `${name} is needed`);
  if (old.items || now.items) compareSchemas(`${where}[]`, old.items, now.items, way, inside);
  for (const choice of ["oneOf", "anyOf", "allOf"]) {
    if (old[choice]?.length !== now[choice]?.length) tell(where, `has other choices (${choice})`);
    else old[choice]?.forEach((each, at) => compareSchemas(where, each, now[choice][at], way, inside));
  }
}

function compareLimits(where, old, now) {
  for (const least of ["minimum", "minLength", "minItems"])
    if ((now[least] ?? -Infinity) > (old[least] ?? -Infinity)) tell(where, `${least} is now ${now[least]}`);
  for (const most of ["maximum", "maxLength", "maxItems"])
    if ((now[most] ?? Infinity) < (old[most] ?? Infinity)) tell(where, `${most} is now ${now[most]}`);
  if (now.pattern && now.pattern !== old.pattern) tell(where, `has another pattern: ${now.pattern}`);
}

function types(schema) {
  const all = [schema.type ?? "anything"].flat();
  return all.includes("number") ? [...all, "integer"] : all;
}

function parameters(document, path, operation) {
  const all = [...(path.parameters ?? []), ...(operation.parameters ?? [])].map((each) => resolve(document, each));
  return new Map(all.map((each) => [`${each.in} ${each.name}`, each]));
}

function resolve(document, what) {
  return what?.$ref ? resolve(document, what.$ref.slice(2).split("/").reduce((inner, name) => inner?.[name], document)) : what;
}
