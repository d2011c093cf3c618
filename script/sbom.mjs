// Makes one CycloneDX list of those of the programs, and adds what came from npm and .NET itself.
// Called by script/sbom: node script/sbom.mjs DOTNET-VERSION LIST…
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [dotnet, ...lists] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file, "utf8"));

const runtime = ["Microsoft.NETCore.App.Runtime", "Microsoft.AspNetCore.App.Runtime"].map((name) => ({
  type: "framework", name, version: dotnet, purl: `pkg:nuget/${name}@${dotnet}`, licenses: [{ license: { id: "MIT" } }],
}));

// What stands in a package-lock.json is what npm ci puts there, to the byte.
const fromNpm = execFileSync("git", ["ls-files", "src/*package-lock.json"], { encoding: "utf8" }).trim().split("\n")
  .flatMap((file) => Object.entries(read(file).packages))
  .filter(([path, each]) => path !== "" && !each.dev)
  .map(([path, each]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const [algorithm, hash] = each.integrity.split("-");
    return {
      type: "library", name, version: each.version, purl: `pkg:npm/${name.replace("@", "%40")}@${each.version}`,
      hashes: [{ alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(hash, "base64").toString("hex") }],
      ...(each.license ? { licenses: [licence(each.license)] } : {}),
    };
  });

// An expression, a known name, or what somebody wrote: CycloneDX keeps them apart.
function licence(text) {
  if (/ (OR|AND|WITH) /.test(text)) return { expression: text };
  return { license: /^[\w.+-]+$/.test(text) ? { id: text } : { name: text } };
}

const all = lists.map(read);
const components = new Map();
for (const each of [...all.flatMap((list) => list.components), ...runtime, ...fromNpm])
  components.set(each.purl, { ...each, "bom-ref": each["bom-ref"] ?? each.purl });
const dependencies = new Map(all.flatMap((list) => list.dependencies ?? []).map((each) => [each.ref, each]));
// The programs hang on different packages; the whole hangs on all of them.
const whole = all[0].metadata.component["bom-ref"];
dependencies.set(whole, { ref: whole, dependsOn: [...components.values()].map((each) => each["bom-ref"]).sort() });

// Made twice it must be the same, so it has no number of its own, and the moment is that of the sources.
const { serialNumber, ...first } = all[0];
const inOrder = (map) => [...map.keys()].sort().map((key) => map.get(key));
console.log(JSON.stringify({
  ...first,
  metadata: { ...first.metadata, timestamp: execFileSync("git", ["log", "-1", "--format=%cI"], { encoding: "utf8" }).trim() },
  components: inOrder(components),
  dependencies: inOrder(dependencies),
}, null, 2));
